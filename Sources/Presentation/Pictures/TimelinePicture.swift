import Facts

/// Dated facts as a picture: a row each, with its date, a bar on a common scale, and its words.
public struct TimelinePicture {
    private static let size = 12.0, small = 10.5, lineHeight = 15.0, margin = 20.0, gap = 6.0, head = 34.0
    private static let scaleWidth = 420.0, textWidth = 560.0
    private let rows: [Row]
    private let title: String

    private struct Row {
        let entry: TimelineEntry
        let lines: [String]

        var height: Double { Double(lines.count) * lineHeight + gap }
    }

    public init(_ entries: [TimelineEntry], title: String) {
        self.title = title
        rows = entries.map { Row(entry: $0, lines: CharacterWidths.wrap($0.words, width: Self.textWidth, size: Self.size)) }
    }

    public var svg: String {
        let dates = (rows.map { CharacterWidths.width(of: $0.entry.time, size: Self.size) }.max() ?? 0) + 14
        let left = Self.margin + dates
        let right = left + Self.scaleWidth + 16
        let height = rows.reduce(0) { $0 + $1.height } + Self.head + 2 * Self.margin + 22
        let width = right + Self.textWidth + Self.margin
        var canvas = SVGCanvas()
        canvas.text(CharacterWidths.wrap(title, width: width - 2 * Self.margin, size: 14)[0], x: Self.margin, y: Self.margin + 6, size: 14, isBold: true)
        let top = Self.margin + Self.head
        if let scale = TimeScale(days: rows.map(\.entry).days, width: Self.scaleWidth, labelRoom: 64) {
            drawScale(scale, left: left, top: top, bottom: height - 40, on: &canvas)
            drawRows(scale, left: left, right: right, top: top + 10, on: &canvas)
        }
        canvas.text("outlined: planned, expected or possible, not what happened", x: Self.margin, y: height - 12, size: Self.small, colour: .note)
        return canvas.document(width: width, height: height, title: title)
    }

    private func drawScale(_ scale: TimeScale, left: Double, top: Double, bottom: Double, on canvas: inout SVGCanvas) {
        for tick in scale.ticks {
            let x = left + scale.x(tick.day)
            canvas.line([(x, top), (x, bottom)], colour: .grid)
            canvas.text(tick.label, x: x, y: top - 4, size: Self.small, colour: .edge, anchor: .middle)
        }
    }

    private func drawRows(_ scale: TimeScale, left: Double, right: Double, top: Double, on canvas: inout SVGCanvas) {
        var y = top
        for row in rows {
            let base = y + Self.lineHeight * 0.78
            canvas.text(row.entry.time, x: Self.margin, y: base, size: Self.size, colour: .date)
            drawBar(row.entry, scale, left: left, y: y + 3, on: &canvas)
            for (number, line) in row.lines.enumerated() {
                canvas.text(line, x: right, y: base + Self.lineHeight * Double(number), size: Self.size)
            }
            y += row.height
        }
    }
}

extension TimelinePicture {
    /// An open side reaches to the end of the scale; of an unknown one only a stump is drawn. Both have an arrow.
    private func drawBar(_ row: TimelineEntry, _ scale: TimeScale, left: Double, y: Double, on canvas: inout SVGCanvas) {
        let stump = 14.0, colour = Paint.barEdge
        var first = row.start.day.map(scale.x), last = row.end.day.map(scale.x)
        if first == nil { first = row.start == .open ? 0 : (last ?? stump) - stump }
        if last == nil { last = row.end == .open ? Self.scaleWidth : (first ?? 0) + stump }
        guard let first, let last else { return }
        canvas.box(x: left + first, y: y, width: max(last - first, 4), height: 9, fill: row.isOpen ? .paper : .bar, stroke: colour, radius: 2,
                   isDashed: row.isOpen)
        if row.start.day == nil { canvas.head(x: left + first - 8, y: y + 4.5, direction: -1, colour: colour) }
        if row.end.day == nil { canvas.head(x: left + last + 8, y: y + 4.5, direction: 1, colour: colour) }
    }
}

/// Days along a line, with marks at round dates that leave each other room.
public struct TimeScale {
    public struct Tick { public var day: Day; public var label: String }

    private let first: Day
    private let days: Double
    private let width: Double
    public let ticks: [Tick]

    /// Nil without a day.
    /// - Parameter labelRoom: what the longest label of a mark takes, with some room.
    public init?(days: [Day], width: Double, labelRoom: Double) {
        guard let first = days.min(), let last = days.max() else { return nil }
        self.first = first
        self.days = Double(max(1, last - first + 1))
        self.width = width
        let fewest = self.days / (width / labelRoom)
        ticks = fewest > 200 ? Self.years(first, last, apart: fewest / 365) : Self.months(first, last, apart: fewest / 30)
    }

    public func x(_ day: Day) -> Double { min(width, max(0, Double(day - first) / days * width)) }

    private static func years(_ first: Day, _ last: Day, apart: Double) -> [Tick] {
        let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].first { Double($0) >= apart } ?? 5000
        var year = Int((Double(first.year) / Double(step)).rounded(.up)) * step
        var ticks: [Tick] = []
        while let day = Day(year: year, month: 1, day: 1), day <= last {
            if day >= first { ticks.append(Tick(day: day, label: "\(year)")) }
            year += step
        }
        return ticks.isEmpty ? [Tick(day: first, label: "\(first.year)")] : ticks
    }

    /// Of a stretch of days too short for months, its first day alone.
    private static func months(_ first: Day, _ last: Day, apart: Double) -> [Tick] {
        let step = [1, 2, 3, 6].first { Double($0) >= apart } ?? 6
        var ticks: [Tick] = []
        var (year, month) = (first.year, 1)
        while let day = Day(year: year, month: month, day: 1), day <= last {
            if day >= first { ticks.append(Tick(day: day, label: String(day.description.prefix(7)))) }
            month += step
            if month > 12 { (year, month) = (year + 1, month - 12) }
        }
        return ticks.isEmpty ? [Tick(day: first, label: first.description)] : ticks
    }
}
