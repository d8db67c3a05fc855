import Facts

/// How near words are in meaning, by vectors that a pretrained encoder gave them (`scripts/train/vectors.py`).
///
/// A memory-mapped resource: opening costs nothing, a look-up some fifteen comparisons, a similarity one product of 64 bytes.
public struct WordVectors: Sendable {
    /// The number of a word's row.
    public typealias Row = Int32

    private let file: ResourceFile
    private let count: Int
    private let width: Int
    private let ends: Int
    private let text: Int

    /// The vectors that ship with the program, opened once.
    /// - Throws: ``ResourceFile/Missing`` where they aren't installed, or an error that says that the file is damaged.
    public static func shared() throws -> WordVectors { try opened.get() }

    private static let opened = Result { try WordVectors(file: ResourceFile(target: "Lexicon", name: "word-vectors.bin")) }

    struct Damaged: Error, CustomStringConvertible {
        let path: String
        var description: String { "\(path) is damaged; reinstall Dossier" }
    }

    /// - Throws: an error that says that the file is damaged.
    public init(file: ResourceFile) throws {
        guard file.bytes.count >= 16, file.bytes.prefix(8).elementsEqual("DSRVEC01".utf8) else { throw Damaged(path: file.path) }
        self.file = file
        count = Int(file.bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
        width = Int(file.bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
        let (vectors, overflows) = count.multipliedReportingOverflow(by: width)
        guard !overflows, vectors <= file.bytes.count else { throw Damaged(path: file.path) }
        ends = 16 + vectors
        text = ends + 4 * count
        guard count > 0, width > 0, text <= file.bytes.count, text + Self.end(count - 1, ends, file) == file.bytes.count else {
            throw Damaged(path: file.path)
        }
    }

    /// Nil for an unknown word. In lower case.
    public func row(of word: String) -> Row? {
        let key = Array(word.utf8)
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            let order = compare(key, with: middle)
            if order == 0 { return Row(middle) }
            if order < 0 { high = middle } else { low = middle + 1 }
        }
        return nil
    }

    /// The cosine of two words' vectors: −1…1.
    public func similarity(_ a: Row, _ b: Row) -> Double {
        var sum: Int32 = 0
        let first = 16 + Int(a) * width, second = 16 + Int(b) * width
        for index in 0..<width {
            sum += Int32(Int8(bitPattern: file.bytes[first + index])) * Int32(Int8(bitPattern: file.bytes[second + index]))
        }
        return Double(sum) / (127 * 127)
    }

    /// The nearest other words, nearest first. Looks at every row: about a millisecond.
    public func neighbours(of row: Row, most: Int, atLeast least: Double) -> [String] {
        var found: [(row: Row, similarity: Double)] = []
        for other in 0..<Row(count) where other != row {
            let similarity = similarity(row, other)
            if similarity >= least { found.append((other, similarity)) }
        }
        found.sort { $0.similarity != $1.similarity ? $0.similarity > $1.similarity : $0.row < $1.row }
        return found.prefix(most).map { String(decoding: file.bytes[bounds(Int($0.row))], as: UTF8.self) }
    }

    private static func end(_ row: Int, _ ends: Int, _ file: ResourceFile) -> Int {
        Int(file.bytes.loadUnaligned(fromByteOffset: ends + 4 * row, as: UInt32.self))
    }

    /// Of a word's bytes; empty where the file names a place outside it.
    private func bounds(_ row: Int) -> Range<Int> {
        let start = text + (row == 0 ? 0 : Self.end(row - 1, ends, file)), end = text + Self.end(row, ends, file)
        return start <= end && end <= file.bytes.count ? start..<end : text..<text
    }

    /// Negative where the key sorts before the row's word.
    private func compare(_ key: [UInt8], with row: Int) -> Int {
        let bounds = bounds(row)
        for (index, byte) in key.enumerated() {
            guard index < bounds.count else { return 1 }
            let other = file.bytes[bounds.lowerBound + index]
            if byte != other { return Int(byte) - Int(other) }
        }
        return key.count == bounds.count ? 0 : -1
    }
}
