import Facts

/// How near words are in meaning, by vectors that a pretrained encoder gave them (`scripts/train/vectors.py`).
///
/// A memory-mapped resource: opening costs nothing, a look-up some fifteen comparisons, a similarity one product of 64 bytes; a word's
/// neighbours are read off.
public struct WordVectors: Sendable {
    /// The number of a word's row.
    public typealias Row = Int32

    private let file: ResourceFile
    private let count: Int
    private let width: Int
    private let neighbourCount: Int
    private let neighbours: Int
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
        guard file.bytes.count >= Self.rows, file.bytes.prefix(8).elementsEqual("DSRVEC02".utf8) else { throw Damaged(path: file.path) }
        self.file = file
        count = Int(file.bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
        width = Int(file.bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
        neighbourCount = Int(file.bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
        guard count < 1 << 16, width < 1 << 16, neighbourCount < 1 << 16 else { throw Damaged(path: file.path) }
        neighbours = Self.rows + count * width
        ends = neighbours + 2 * count * neighbourCount
        text = ends + 4 * count
        guard count > 0, width > 0, text <= file.bytes.count, text + Self.end(count - 1, ends, file) == file.bytes.count else {
            throw Damaged(path: file.path)
        }
    }

    /// Where the rows begin.
    private static let rows = 20

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
        let first = vector(a), second = vector(b)
        // Sums that cannot overflow (a row has fewer than 65,536 numbers) need no check, so that the compiler takes many numbers at once.
        var sum: Int32 = 0
        for index in 0..<width { sum &+= Int32(Int8(bitPattern: first[index])) &* Int32(Int8(bitPattern: second[index])) }
        return Double(sum) / (127 * 127)
    }

    private func vector(_ row: Row) -> UnsafeRawBufferPointer {
        let start = Self.rows + Int(row) * width
        return UnsafeRawBufferPointer(rebasing: file.bytes[start..<start + width])
    }

    /// The nearest other words, nearest first: at most six, and none that is far.
    public func neighbours(of row: Row) -> [String] {
        (0..<neighbourCount).compactMap { place in
            let number = Int(file.bytes.loadUnaligned(fromByteOffset: neighbours + 2 * (Int(row) * neighbourCount + place), as: UInt16.self))
            return number < count ? String(decoding: file.bytes[bounds(number)], as: UTF8.self) : nil
        }
    }

    private static func end(_ row: Int, _ ends: Int, _ file: ResourceFile) -> Int {
        Int(file.bytes.loadUnaligned(fromByteOffset: ends + 4 * row, as: UInt32.self))
    }

    /// Of a word's bytes; empty where the file names a place outside it.
    /// Where a row's word stands; nothing where the file is damaged.
    private func bounds(_ row: Int) -> Range<Int> {
        let start = row == 0 ? 0 : Self.end(row - 1, ends, file), end = Self.end(row, ends, file)
        return start <= end && text + end <= file.bytes.count ? text + start..<text + end : text..<text
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
