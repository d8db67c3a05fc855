/// The order in which the lines of a page are read: column after column, between the headings and pictures that run over several columns.
///
/// Where some white line parts the page into a left and a right side, only few lines cross it: each stretch between those is two columns, which may
/// have columns of their own.
enum ReadingOrder {
    private static let fewestLines = 2

    static func sorted(_ lines: [PrintedLine]) -> [PrintedLine] {
        guard let gutter = gutter(lines) else { return lines.sorted { ($0.top, $0.left) < ($1.top, $1.left) } }
        var ordered: [PrintedLine] = []
        var rest = lines.filter { !$0.crosses(gutter) }
        for crossing in lines.filter({ $0.crosses(gutter) }).sorted(by: { $0.top < $1.top }) {
            ordered += columns(rest.filter { $0.top < crossing.top }, gutter) + [crossing]
            rest.removeAll { $0.top < crossing.top }
        }
        return ordered + columns(rest, gutter)
    }

    private static func columns(_ lines: [PrintedLine], _ gutter: Double) -> [PrintedLine] {
        sorted(lines.filter { $0.left < gutter }) + sorted(lines.filter { $0.left >= gutter })
    }

    /// Where the fewest lines cross, with several lines on both sides at the same height.
    private static func gutter(_ lines: [PrintedLine]) -> Double? {
        let places = Set(lines.map { $0.right.rounded(.up) + 1 })
        let crossings = places.compactMap { place -> (place: Double, count: Int)? in
            let count = lines.count { $0.crosses(place) }
            let left = lines.filter { $0.right <= place }
            let right = lines.filter { $0.left >= place }
            guard count * 2 <= lines.count, left.count >= fewestLines, right.count >= fewestLines, areSideBySide(left, right) else { return nil }
            return (place, count)
        }
        return crossings.min { ($0.count, $0.place) < ($1.count, $1.place) }?.place
    }

    private static func areSideBySide(_ left: [PrintedLine], _ right: [PrintedLine]) -> Bool {
        let top = max(left.map(\.top).min()!, right.map(\.top).min()!)
        let bottom = min(left.map(\.top).max()!, right.map(\.top).max()!)
        let isBeside: (PrintedLine) -> Bool = { $0.top >= top && $0.top <= bottom }
        return left.count(where: isBeside) >= fewestLines && right.count(where: isBeside) >= fewestLines
    }
}

private extension PrintedLine {
    func crosses(_ place: Double) -> Bool { left < place && right > place }
}
