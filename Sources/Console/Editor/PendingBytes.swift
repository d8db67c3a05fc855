/// Bytes that were read from the terminal and not yet taken, as scalars.
struct PendingBytes {
    private var bytes: [UInt8] = []
    private var position = 0

    mutating func append(_ more: ArraySlice<UInt8>) {
        if position > 0 {
            bytes.removeFirst(position)
            position = 0
        }
        bytes += more
    }

    /// The next whole scalar; U+FFFD for a byte that starts none; nil where more bytes are needed.
    mutating func next() -> Unicode.Scalar? {
        guard position < bytes.count else { return nil }
        let first = bytes[position]
        let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
        guard bytes.count - position >= length else { return nil }
        let text = String(decoding: bytes[position..<position + length], as: UTF8.self)
        position += length
        return text.unicodeScalars.first
    }
}
