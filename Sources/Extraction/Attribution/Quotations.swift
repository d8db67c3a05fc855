import Facts

/// The stretches of an article that stand between double quotation marks.
///
/// A quotation that isn't closed in its paragraph runs to the paragraph's end, as long quotations do whose next paragraph
/// opens with a mark again.
struct Quotations: Sendable {
    /// Without the marks, in text order.
    let spans: [Span]

    init(_ text: ArticleText) {
        var spans: [Span] = []
        var open: Int?
        for (position, scalar) in text.scalars.enumerated() {
            switch scalar {
            case "“", "«": open = position + 1
            case "”", "»":
                if let start = open { spans.append(Span(start, position)) }
                open = nil
            case "\"":
                if let start = open {
                    spans.append(Span(start, position))
                    open = nil
                } else {
                    open = position + 1
                }
            case "\n":
                if let start = open, start < position { spans.append(Span(start, position)) }
                open = nil
            default: continue
            }
        }
        if let start = open, start < text.scalars.count { spans.append(Span(start, text.scalars.count)) }
        self.spans = spans
    }

    func contain(_ span: Span) -> Bool { quotation(around: span) != nil }

    func quotation(around span: Span) -> Span? {
        var low = 0
        var high = spans.count
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].end < span.end { low = middle + 1 } else { high = middle }
        }
        return low < spans.count && spans[low].contains(span) ? spans[low] : nil
    }
}
