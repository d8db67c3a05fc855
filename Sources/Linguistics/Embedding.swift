import Lexicon

/// What a word looks like to the net: the sum of a row of its own, where the word is known, and of rows its spelling selects.
struct Embedding: @unchecked Sendable {
    let width: Int
    private let words: EmbeddingTable
    private let spelling: [EmbeddingTable]
    /// Hashes of the known words, ascending; word `i` has row `i + 1`, an unknown word row 0.
    private let hashes: UnsafeRawBufferPointer
    /// Keeps the mapped bytes alive.
    private let resource: ResourceFile

    init(_ file: ModelFile) throws {
        let width = try file.table("words", .quantised).columns
        guard width % Vectors.block == 0 else { throw ModelFile.Damaged(path: file.resource.path, problem: "its embeddings are of the wrong size") }
        self.width = width
        words = try EmbeddingTable(file, "words", columns: width)
        hashes = try file.table("words.hashes", .words, rows: words.rows - 1).bytes
        spelling = try WordFeatures.tables.map { feature in
            let table = try EmbeddingTable(file, feature.name, columns: width)
            guard table.rows == feature.rows else {
                throw ModelFile.Damaged(path: file.resource.path, problem: "its table \(feature.name) is of the wrong size")
            }
            return table
        }
        resource = file.resource
    }

    /// Writes the embedding to the `width` values at `x`.
    func write(_ word: WordFeatures, to x: UnsafeMutablePointer<Float>) {
        x.update(repeating: 0, count: width)
        words.add(row: row(of: word.hash), to: x)
        spelling[0].add(row: word.rows.0, to: x)
        spelling[1].add(row: word.rows.1, to: x)
        spelling[2].add(row: word.rows.2, to: x)
        spelling[3].add(row: word.rows.3, to: x)
        spelling[4].add(row: word.rows.4, to: x)
    }

    private func row(of hash: UInt64) -> Int {
        var low = 0, high = hashes.count / 8
        while low < high {
            let middle = (low + high) / 2
            if hashes.number(at: middle * 8, as: UInt64.self) < hash { low = middle + 1 } else { high = middle }
        }
        return low * 8 < hashes.count && hashes.number(at: low * 8, as: UInt64.self) == hash ? low + 1 : 0
    }
}
