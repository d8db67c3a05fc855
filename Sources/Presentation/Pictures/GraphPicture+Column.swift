extension GraphPicture {
    private static let columnWidth = 340.0, trunk = 34.0, branch = 58.0

    /// The same in one column, for narrow pages: the name on top, each neighbour on a branch of its own with its ties written above it.
    public var columnSVG: String {
        let rows = columnRows
        let centre = CharacterWidths.wrap(graph.nodes.first?.name ?? "", width: Self.columnWidth - 80, size: Self.size)
        let centreHeight = Double(centre.count) * Self.lineHeight + 16
        let centreWidth = (centre.map { CharacterWidths.width(of: $0, size: Self.size) }.max() ?? 0) * SVGCanvas.boldFactor + 28
        var canvas = SVGCanvas()
        var y = Self.margin + centreHeight + Self.gap
        var last = y
        for row in rows {
            last = draw(row, top: y, on: &canvas)
            y += row.columnHeight
        }
        canvas.line([(Self.trunk, Self.margin + centreHeight), (Self.trunk, last)], colour: .line)
        canvas.box(x: 8, y: Self.margin, width: centreWidth, height: centreHeight, fill: .centre, stroke: .centreEdge, radius: 6)
        for (number, line) in centre.enumerated() {
            canvas.text(line, x: 22, y: Self.margin + 8 + Self.lineHeight * (Double(number) + 0.8), size: Self.size, isBold: true)
        }
        let note = hasDashes(rows) ? CharacterWidths.wrap(Self.note, width: Self.columnWidth - 16, size: Self.small) : []
        for (number, line) in note.enumerated() {
            canvas.text(line, x: 8, y: y + 12 + Self.lineHeight * Double(number), size: Self.small, colour: .note)
        }
        return canvas.document(width: Self.columnWidth, height: y + (note.isEmpty ? 4 : 40), title: "Ties of \(graph.nodes.first?.name ?? "")")
    }

    private var columnRows: [Row] {
        let room = Self.columnWidth - Self.branch - 8
        return rows.map { row in
            var row = row
            row.names = CharacterWidths.wrap(row.node.name, width: room - 20, size: Self.size)
            return row
        }
    }

    /// - Returns: where its branch leaves the trunk.
    private func draw(_ row: Row, top: Double, on canvas: inout SVGCanvas) -> Double {
        for (number, label) in row.labels.enumerated() {
            canvas.text(label.text, x: Self.branch, y: top + Self.lineHeight * (Double(number) + 0.8), size: Self.small,
                        colour: label.isDashed ? .faintInk : .ink)
        }
        let box = top + Double(row.labels.count) * Self.lineHeight + 4
        let middle = box + row.nodeHeight / 2
        let colour: Paint = row.isDashed ? .faintLine : .line
        canvas.line([(Self.trunk, middle), (Self.branch, middle)], colour: colour, isDashed: row.isDashed)
        if row.goesOut { canvas.head(x: Self.branch, y: middle, direction: 1, colour: colour) }
        if row.comesIn { canvas.head(x: Self.trunk, y: middle, direction: -1, colour: colour) }
        canvas.box(x: Self.branch, y: box, width: row.nodeWidth, height: row.nodeHeight, fill: Self.colour(row.node.type), stroke: .edge, radius: 4)
        for (number, name) in row.names.enumerated() {
            canvas.text(name, x: Self.branch + 10, y: box + 5 + Self.lineHeight * (Double(number) + 0.78), size: Self.size)
        }
        return middle
    }
}

extension GraphPicture.Row {
    fileprivate var columnHeight: Double { Double(labels.count) * GraphPicture.lineHeight + 4 + nodeHeight + GraphPicture.gap }
}
