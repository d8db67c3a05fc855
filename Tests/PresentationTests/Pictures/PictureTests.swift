@testable import Answering
import Facts
import Foundation
import Testing
@testable import Presentation

@Suite struct PictureTests {
    /// A word of a picture with the room that it takes.
    private struct Placed {
        var text: String
        var left: Double, right: Double, top: Double, bottom: Double

        func overlaps(_ other: Placed) -> Bool { left < other.right && other.left < right && top < other.bottom && other.top < bottom }
    }

    private func texts(in svg: String) -> [Placed] {
        svg.matches(of: /<text x="([-0-9.]+)" y="([-0-9.]+)" font-size="([0-9.]+)" [^>]*text-anchor="([a-z]+)"( font-weight="bold")?>([^<]*)</).map { match in
            let x = Double(match.1)!, y = Double(match.2)!, size = Double(match.3)!
            let width = CharacterWidths.width(of: String(match.6), size: size) * (match.5 == nil ? 1 : SVGCanvas.boldFactor)
            let left = match.4 == "middle" ? x - width / 2 : match.4 == "end" ? x - width : x
            return Placed(text: String(match.6), left: left, right: left + width, top: y - 0.75 * size, bottom: y + 0.2 * size)
        }
    }

    private func expectRoom(_ svg: String) throws {
        let size = try #require(svg.firstMatch(of: /width="([0-9.]+)" height="([0-9.]+)"/))
        let placed = texts(in: svg)
        for (index, text) in placed.enumerated() {
            #expect(text.left >= 0 && text.right <= Double(size.1)! && text.top >= 0 && text.bottom <= Double(size.2)!, "\(text.text) leaves the picture")
            for other in placed[(index + 1)...] { #expect(!text.overlaps(other), "\(text.text) overlaps \(other.text)") }
        }
    }

    private func graph(neighbours: Int) -> TieGraph {
        let centre = EntityID("0")
        var nodes = [TieGraph.Node(id: centre, name: "The Larkin and Ostrel Steam Packet Navigation Company of 1894", type: .organisation)]
        var ties: [TieGraph.Tie] = []
        for number in 0..<neighbours {
            let id = EntityID("n\(number)")
            nodes.append(.init(id: id, name: String(repeating: "Wide Name ", count: number % 7 + 1) + "\(number)", type: EntityType.allCases[number % 6]))
            for label in 0...(number % 4) {
                let pair = (number + label) % 3 == 0 ? (id, centre) : (centre, id)
                ties.append(.init(from: pair.0, to: pair.1, label: String(repeating: "sells ", count: label * 3 + 1), modality: Modality.allCases[number % 7],
                                  facts: (0...label).map { "\($0)" }))
            }
        }
        return TieGraph(centre: [centre], nodes: nodes, ties: ties)
    }

    @Test(arguments: [0, 1, 2, 7, 40]) func noTextsOfAGraphOverlap(neighbours: Int) throws {
        try expectRoom(GraphPicture(graph(neighbours: neighbours)).svg)
        try expectRoom(GraphPicture(graph(neighbours: neighbours)).columnSVG)
    }

    private func facts(days: [(Int32, Int32)]) -> [Fact] {
        days.enumerated().map { number, days in
            let time = ValidTime(start: .day(Day(number: days.0)), end: number % 5 == 4 ? .open : .day(Day(number: days.1)), precision: .day, text: "", origin: .stated)
            let text = String(repeating: "The council met the harbour board again. ", count: number % 4 + 1) + "\(number)"
            return Fact(id: "\(number)", predicate: "meet", text: text, arguments: [], time: time, modality: Modality.allCases[number % 7], rule: "verb",
                        evidence: Evidence(document: "a.txt", sentence: 0, span: Span(0, 1), quote: ""))
        }
    }

    @Test(arguments: [[(0, 1)], [(0, 1), (3, 20)], [(0, 1), (400, 500), (600, 700)], [(-700_000, -699_000), (0, 90_000)], [(7_000, 11_000), (9_000, 9_001), (9_000, 19_000)]])
    func noTextsOfATimelineOverlap(days: [(Int32, Int32)]) throws {
        let days = Array(repeating: days, count: 4).flatMap { $0 }
        try expectRoom(TimelinePicture(TimelineEntry.entries(of: facts(days: days)), title: "Timeline of Larkin").svg)
    }

    @Test func whatIsSaidTwiceIsOneRow() {
        let fact = facts(days: [(0, 1)])[0]
        var again = fact
        again.evidence.document = "b.txt"
        #expect(TimelinePicture(TimelineEntry.entries(of: [fact, again]), title: "").svg == TimelinePicture(TimelineEntry.entries(of: [fact]), title: "").svg)
    }

    @Test func hostileNamesAreWrittenOut() {
        let nodes = [TieGraph.Node(id: EntityID("0"), name: "A<b>&\u{1B}", type: .person), TieGraph.Node(id: EntityID("1"), name: "B\"\\", type: .person)]
        let graph = TieGraph(centre: [EntityID("0")], nodes: nodes,
                             ties: [.init(from: EntityID("0"), to: EntityID("1"), label: "meet", modality: .planned, facts: ["f"])])
        #expect(GraphPicture(graph).svg.contains("A&lt;b&gt;&amp;\\u001B"))
        #expect(GraphText(graph).dot.contains(#"[label="B\"\\", tooltip="person"]"#))
        #expect(GraphText(graph).dot.contains(#""0" -> "1" [label="meet (planned)", style=dashed];"#))
    }
}
