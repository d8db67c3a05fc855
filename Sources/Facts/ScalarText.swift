/// A text whose spans can be cut out quickly: offsets count Unicode scalars, while a Swift string only finds them by walking.
///
/// Keeps the byte offset of every 64th scalar. Cutting a span costs at most 63 steps at each end; an all-ASCII text needs none.
public struct ScalarText: Sendable {
    public let text: String
    /// In Unicode scalars.
    public let count: Int
    private let marks: [Int]
    private let isASCII: Bool

    private static let stride = 64

    public init(_ text: String) {
        var text = text
        text.makeContiguousUTF8()
        self.text = text
        var marks: [Int] = []
        var count = 0
        var bytes = 0
        for byte in text.utf8 {
            if byte & 0xc0 != 0x80 {
                if count % ScalarText.stride == 0 { marks.append(bytes) }
                count += 1
            }
            bytes += 1
        }
        isASCII = count == bytes
        self.marks = isASCII ? [] : marks
        self.count = count
    }

    /// The words of a span; what lies beyond the end of the text is left out.
    public subscript(span: Span) -> String { String(text[index(span.start)..<index(span.end)]) }

    /// - Parameter scalar: an offset; one beyond the end counts as the end.
    public func index(_ scalar: Int) -> String.Index {
        guard scalar < count else { return text.endIndex }
        if isASCII { return text.utf8.index(text.startIndex, offsetBy: scalar) }
        let mark = text.utf8.index(text.startIndex, offsetBy: marks[scalar / ScalarText.stride])
        return text.unicodeScalars.index(mark, offsetBy: scalar % ScalarText.stride)
    }
}
