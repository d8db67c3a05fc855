extension FoldedName {
    /// Whether the words of another folded text stand in this one, one after the other: "gang of four" in "the old gang of four fell".
    /// The last may be a possessive, of which folding leaves the s: "lee" in "lees plan".
    public func holds(_ folded: String) -> Bool {
        var words = folded, text = text
        return words.withUTF8 { words in
            text.withUTF8 { text in
                guard let first = words.first, words.count <= text.count else { return false }
                for start in 0...text.count - words.count where text[start] == first && (start == 0 || text[start - 1] == 0x20) {
                    let end = start + words.count
                    func isEnd(_ index: Int) -> Bool { index == text.count || text[index] == 0x20 }
                    guard isEnd(end) || text[end] == UInt8(ascii: "s") && isEnd(end + 1) else { continue }
                    if text[start..<end].elementsEqual(words) { return true }
                }
                return false
            }
        }
    }
}
