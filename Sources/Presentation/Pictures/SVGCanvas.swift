/// A picture in SVG, element by element.
struct SVGCanvas {
    enum Anchor: String { case start, middle, end }

    private var elements: [String] = []

    mutating func text(_ text: String, x: Double, y: Double, size: Double, colour: Paint = .ink, anchor: Anchor = .start,
                       isBold: Bool = false) {
        guard !text.isEmpty else { return }
        let weight = isBold ? " font-weight=\"bold\"" : ""
        elements.append("<text x=\"\(number(x))\" y=\"\(number(y))\" font-size=\"\(number(size))\" fill=\"\(colour.rawValue)\" "
            + "text-anchor=\"\(anchor.rawValue)\"\(weight)>\(Self.escaped(text))</text>")
    }

    /// Bold letters are as much wider.
    static let boldFactor = 1.15

    mutating func box(x: Double, y: Double, width: Double, height: Double, fill: Paint, stroke: Paint? = nil, radius: Double = 0,
                      isDashed: Bool = false) {
        elements.append("<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" height=\"\(number(height))\" rx=\"\(number(radius))\" "
            + "fill=\"\(fill.rawValue)\" stroke=\"\(stroke?.rawValue ?? "none")\"\(isDashed ? " stroke-dasharray=\"4 3\"" : "")/>")
    }

    mutating func line(_ points: [(x: Double, y: Double)], colour: Paint, isDashed: Bool = false) {
        let path = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
        elements.append("<polyline points=\"\(path)\" fill=\"none\" stroke=\"\(colour.rawValue)\"\(isDashed ? " stroke-dasharray=\"5 4\"" : "")/>")
    }

    /// From one point to another, leaving and arriving level.
    mutating func curve(from a: (x: Double, y: Double), to b: (x: Double, y: Double), colour: Paint, isDashed: Bool = false) {
        let middle = number((a.x + b.x) / 2)
        elements.append("<path d=\"M\(number(a.x)),\(number(a.y)) C\(middle),\(number(a.y)) \(middle),\(number(b.y)) \(number(b.x)),\(number(b.y))\" "
            + "fill=\"none\" stroke=\"\(colour.rawValue)\"\(isDashed ? " stroke-dasharray=\"5 4\"" : "")/>")
    }

    /// A level arrow's head with its tip at a point; `direction` is 1 to the right, -1 to the left.
    mutating func head(x: Double, y: Double, direction: Double, colour: Paint) {
        let back = x - 8 * direction
        elements.append("<path d=\"M\(number(x)),\(number(y)) L\(number(back)),\(number(y - 4)) L\(number(back)),\(number(y + 4)) Z\" fill=\"\(colour.rawValue)\"/>")
    }

    func document(width: Double, height: Double, title: String) -> String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" role="img" width="\(number(width))" height="\(number(height))" viewBox="0 0 \(number(width)) \(number(height))" \
        font-family="Helvetica, Arial, 'Liberation Sans', 'Nimbus Sans', 'DejaVu Sans', Verdana, sans-serif">
        <title>\(Self.escaped(title))</title>
        <rect width="100%" height="100%" fill="\(Paint.paper.rawValue)"/>
        \(elements.joined(separator: "\n"))
        </svg>

        """
    }

    /// One decimal, the same on every machine.
    private func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }

    static func escaped(_ text: String) -> String {
        XMLText.escaped(SafeText.escaped(text))
    }
}
