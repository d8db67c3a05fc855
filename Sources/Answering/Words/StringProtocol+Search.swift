extension StringProtocol {
    /// Where another text first stands in this one, byte for byte; the standard library's search of this name compares characters, which takes
    /// some hundred times as long.
    func firstRange(of other: String) -> Range<Index>? {
        var other = other
        let place = other.withUTF8 { words in
            utf8.withContiguousStorageIfAvailable { Self.place(of: words, in: $0) } ?? Array(utf8).withUnsafeBufferPointer { Self.place(of: words, in: $0) }
        }
        guard let place else { return nil }
        let start = utf8.index(startIndex, offsetBy: place)
        return start..<utf8.index(start, offsetBy: other.utf8.count)
    }

    private static func place(of words: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let first = words.first, words.count <= text.count else { return nil }
        return (0...text.count - words.count).first { text[$0] == first && text[$0..<$0 + words.count].elementsEqual(words) }
    }
}
