extension FoldedName {
    /// Whether the words of another folded text stand in this one, one after the other: "gang of four" in "the old gang of four fell".
    public func holds(_ folded: String) -> Bool {
        var words = folded, text = text
        return words.withUTF8 { words in
            text.withUTF8 { text in
                guard let first = words.first, words.count <= text.count else { return false }
                for start in 0...text.count - words.count where text[start] == first && (start == 0 || text[start - 1] == 0x20) {
                    let end = start + words.count
                    guard end == text.count || text[end] == 0x20 else { continue }
                    if text[start..<end].elementsEqual(words) { return true }
                }
                return false
            }
        }
    }
}
