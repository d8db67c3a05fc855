import Facts
import Presentation

/// Dated facts as rows with bars on a common scale. Words flow as the page does; only the bars are drawn.
struct TimelineChart {
    private static let width = 1000.0, shortest = 7.0, stump = 60.0
    /// Rows that stand open; the others are behind a button.
    private static let mostOpen = 40
    private let entries: [TimelineEntry]
    private let scale: TimeScale

    /// Nil where nothing is dated.
    init?(_ facts: [Fact]) {
        entries = TimelineEntry.entries(of: facts)
        guard let scale = TimeScale(days: entries.days, width: Self.width, labelRoom: Self.width / 5) else { return nil }
        self.scale = scale
    }

    var html: HTML {
        let rows = entries.map(row)
        let rest = rows.dropFirst(Self.mostOpen)
        let more: HTML = rest.isEmpty ? "" : "<details><summary>\(rest.count) more dates</summary>\(axis)<ol class=\"timeline\">\n\(Array(rest))</ol></details>\n"
        return "\(axis)<ol class=\"timeline\">\n\(Array(rows.prefix(Self.mostOpen)))</ol>\n\(more)"
    }

    var hasOpen: Bool { entries.contains(where: \.isOpen) }

    private var axis: HTML {
        let labels = scale.ticks.map { tick -> HTML in "<span style=\"left:\(Self.percent(scale.x(tick.day)))\">\(ReadableTick.label(tick.label))</span>" }
        return "<div class=\"axis\" aria-hidden=\"true\"><div>\(labels)</div></div>\n"
    }

    private func row(_ entry: TimelineEntry) -> HTML {
        """
        <li><span class="when">\(ReadableTime.words(entry.time))</span>
        <svg class="bar" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">\(ticks)\(bar(entry))</svg>
        <a href="#\(Report.anchor(of: entry.fact))">\(entry.words)</a></li>

        """
    }

    private var ticks: [HTML] {
        scale.ticks.map { "<path class=\"tick\" d=\"M\(Self.tenths(scale.x($0.day))) 0V14\"/>" }
    }

    /// An open side fades out at the end of the scale, an unknown one after a stump.
    private func bar(_ entry: TimelineEntry) -> HTML {
        let start = entry.start.day.map(scale.x), end = entry.end.day.map(scale.x)
        let left = start ?? (entry.start == .open ? 0 : max(0, (end ?? Self.stump) - Self.stump))
        let right = max(end ?? (entry.end == .open ? Self.width : min(Self.width, left + Self.stump)), left + Self.shortest)
        let fade = start == nil ? " from-unknown" : end == nil ? " to-unknown" : ""
        let kind = entry.isOpen ? "open" : "told"
        return "<rect class=\"\(kind + fade)\" x=\"\(Self.tenths(min(left, Self.width - Self.shortest)))\" y=\"2\" width=\"\(Self.tenths(right - left))\" height=\"10\"/>"
    }

    private static func percent(_ x: Double) -> String { tenths(x / 10) + "%" }

    private static func tenths(_ value: Double) -> String {
        let whole = Int((value * 10).rounded())
        return whole % 10 == 0 ? "\(whole / 10)" : "\(whole / 10).\(whole % 10)"
    }
}

/// Marks of an axis take little room.
private enum ReadableTick {
    static func label(_ label: String) -> String {
        let words = ReadableTime.words(label).split(separator: " ")
        return words.map { word in word.count > 3 && word.first?.isLetter == true ? String(word.prefix(3)) : String(word) }.joined(separator: " ")
    }
}
