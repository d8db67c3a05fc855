import Answering
import Facts

/// The ties of a name as a picture: the name in the middle, what acts on it at the left, what it acts on at the right, each in a row of its
/// own with its ties written above its line. No two texts share a place because no two rows do.
public struct GraphPicture {
    static let size = 13.0, small = 11.0, lineHeight = 16.0, gap = 14.0, margin = 20.0
    private static let widestNode = 220.0, widestLabel = 240.0, reach = 90.0
    let graph: TieGraph

    public init(_ graph: TieGraph) { self.graph = graph }

    /// A neighbour with its ties.
    struct Row {
        var node: TieGraph.Node
        /// Its name in lines.
        var names: [String]
        var labels: [(text: String, isDashed: Bool)] = []
        /// Of a tie from the centre to the neighbour, and from the neighbour to the centre.
        var goesOut = false, comesIn = false
        var isDashed: Bool { labels.allSatisfy(\.isDashed) }

        var nodeHeight: Double { Double(names.count) * lineHeight + 10 }
        var nodeWidth: Double { (names.map { CharacterWidths.width(of: $0, size: size) }.max() ?? 0) + 20 }
        var above: Double { max(Double(labels.count) * lineHeight + 6, nodeHeight / 2) }
        var height: Double { above + nodeHeight / 2 + gap }
    }

    public var svg: String {
        let rows = self.rows
        let left = rows.filter { !$0.goesOut }, right = rows.filter(\.goesOut)
        let title = graph.nodes.first?.name ?? ""
        let centre = CharacterWidths.wrap(title, width: Self.widestNode, size: Self.size)
        let centreWidth = (centre.map { CharacterWidths.width(of: $0, size: Self.size) }.max() ?? 0) * SVGCanvas.boldFactor + 28
        let centreHeight = Double(centre.count) * Self.lineHeight + 16
        let noteHeight = hasDashes(rows) ? 24.0 : 0
        let columns = (left: Column(left), right: Column(right))
        let height = max(columns.left.height, columns.right.height, centreHeight) + 2 * Self.margin + noteHeight
        let start = Self.margin + columns.left.width + (left.isEmpty ? 0 : Self.reach)
        let end = start + centreWidth
        let width = max(end + (right.isEmpty ? 0 : Self.reach) + columns.right.width + Self.margin, 420)
        let middle = (height - noteHeight) / 2
        var canvas = SVGCanvas()
        draw(left, direction: -1, from: (start, middle), column: columns.left, on: &canvas)
        draw(right, direction: 1, from: (end, middle), column: columns.right, on: &canvas)
        canvas.box(x: start, y: middle - centreHeight / 2, width: centreWidth, height: centreHeight, fill: .centre, stroke: .centreEdge, radius: 6)
        for (number, line) in centre.enumerated() {
            canvas.text(line, x: (start + end) / 2, y: middle - centreHeight / 2 + 8 + Self.lineHeight * (Double(number) + 0.8), size: Self.size,
                        anchor: .middle, isBold: true)
        }
        if hasDashes(rows) { canvas.text(Self.note, x: Self.margin, y: height - 12, size: Self.small, colour: .note) }
        return canvas.document(width: width, height: height, title: "Ties of \(title)")
    }

    static let note = "dashed: planned, expected or possible, not what happened"

    func hasDashes(_ rows: [Row]) -> Bool { rows.contains { $0.labels.contains(where: \.isDashed) } }

    /// The neighbours of one side.
    private struct Column {
        let labelWidth: Double, nodeWidth: Double, height: Double
        var width: Double { labelWidth + nodeWidth }

        init(_ rows: [Row]) {
            labelWidth = rows.flatMap(\.labels).map { CharacterWidths.width(of: $0.text, size: small) + 24 }.max() ?? 0
            nodeWidth = rows.map(\.nodeWidth).max() ?? 0
            height = rows.reduce(0) { $0 + $1.height }
        }
    }

    private func draw(_ rows: [Row], direction: Double, from centre: (x: Double, y: Double), column: Column, on canvas: inout SVGCanvas) {
        var top = max(Self.margin, centre.y - column.height / 2)
        let near = centre.x + direction * Self.reach
        let far = near + direction * column.labelWidth
        for row in rows {
            let y = top + row.above
            let colour: Paint = row.isDashed ? .faintLine : .line
            canvas.curve(from: centre, to: (near, y), colour: colour, isDashed: row.isDashed)
            canvas.line([(near, y), (far, y)], colour: colour, isDashed: row.isDashed)
            if row.goesOut { canvas.head(x: far, y: y, direction: direction, colour: colour) }
            if row.comesIn { canvas.head(x: near, y: y, direction: -direction, colour: colour) }
            for (number, label) in row.labels.enumerated() {
                let base = y - 5 - Self.lineHeight * Double(row.labels.count - 1 - number)
                canvas.text(label.text, x: (near + far) / 2, y: base, size: Self.small, colour: label.isDashed ? .faintInk : .ink, anchor: .middle)
            }
            let x = direction > 0 ? far : far - row.nodeWidth
            let nodeTop = y - row.nodeHeight / 2
            canvas.box(x: x, y: nodeTop, width: row.nodeWidth, height: row.nodeHeight, fill: Self.colour(row.node.type), stroke: .edge, radius: 4)
            for (number, name) in row.names.enumerated() {
                canvas.text(name, x: x + row.nodeWidth / 2, y: nodeTop + 5 + Self.lineHeight * (Double(number) + 0.78), size: Self.size, anchor: .middle)
            }
            top += row.height
        }
    }

    /// In the order of names.
    var rows: [Row] {
        let own = Set(graph.centre)
        return graph.nodes.filter { !own.contains($0.id) }.map { node in
            var row = Row(node: node, names: CharacterWidths.wrap(node.name, width: Self.widestNode, size: Self.size))
            for tie in graph.ties where tie.from == node.id || tie.to == node.id {
                let isOut = tie.to == node.id
                if isOut { row.goesOut = true } else { row.comesIn = true }
                row.labels += labels(tie, isOut: isOut)
            }
            return row
        }
    }

    private func labels(_ tie: TieGraph.Tie, isOut: Bool) -> [(String, Bool)] {
        let isDashed = tie.modality != .actual && tie.modality != .generic
        let count = tie.facts.count > 1 ? " ×\(tie.facts.count)" : ""
        let modality = isDashed ? " (\(tie.modality.rawValue))" : ""
        return CharacterWidths.wrap((isOut ? "" : "← ") + tie.label + modality + count, width: Self.widestLabel, size: Self.small).map { ($0, isDashed) }
    }

    static func colour(_ type: EntityType) -> Paint {
        switch type {
        case .person: .person
        case .organisation: .organisation
        case .country, .nationality, .place: .place
        case .event: .event
        default: .thing
        }
    }
}
