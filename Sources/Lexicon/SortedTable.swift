/// A table of tab-separated rows, sorted by the bytes of their first field, that is searched where it lies in the mapped file.
///
/// Opening costs nothing; a look-up reads about log₂(rows) rows. Lines that begin with `#` are comments at the top.
struct SortedTable: Sendable {
    private let file: ResourceFile

    init(_ file: ResourceFile) { self.file = file }

    /// The fields after the key, or nil.
    func row(_ key: String) -> [Substring]? {
        guard !key.isEmpty, key.utf8.first != UInt8(ascii: "#"), let line = line(of: Array(key.utf8)) else { return nil }
        let text = String(decoding: UnsafeRawBufferPointer(rebasing: file.bytes[line]), as: UTF8.self)
        return Array(text.split(separator: "\t", omittingEmptySubsequences: false).dropFirst())
    }

    private func line(of key: [UInt8]) -> Range<Int>? {
        var low = 0
        var high = file.bytes.count
        while low < high {
            let line = lineAround(low + (high - low) / 2)
            switch compare(key, with: line) {
            case 0: return line
            case ..<0: high = line.lowerBound
            default: low = line.upperBound + 1
            }
        }
        return nil
    }

    private func lineAround(_ position: Int) -> Range<Int> {
        let newline = UInt8(ascii: "\n")
        var start = position
        while start > 0 && file.bytes[start - 1] != newline { start -= 1 }
        var end = position
        while end < file.bytes.count && file.bytes[end] != newline { end += 1 }
        return start..<end
    }

    /// Negative where the key sorts before the first field of the line.
    private func compare(_ key: [UInt8], with line: Range<Int>) -> Int {
        var position = line.lowerBound
        for byte in key {
            guard position < line.upperBound, file.bytes[position] != UInt8(ascii: "\t") else { return 1 }
            if byte != file.bytes[position] { return Int(byte) - Int(file.bytes[position]) }
            position += 1
        }
        return position == line.upperBound || file.bytes[position] == UInt8(ascii: "\t") ? 0 : -1
    }
}
