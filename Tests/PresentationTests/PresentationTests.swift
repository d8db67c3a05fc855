import Answering
import Foundation
import Facts
import Testing
@testable import Presentation

@Suite struct PresentationTests {
    private func citation(_ quote: String, emphasis: Span? = nil) -> Citation {
        Citation(document: "a.txt", title: "Harbour news", publisher: "The Courier", published: Day(iso: "2019-05-02"),
                 span: Span(0, quote.unicodeScalars.count), emphasis: emphasis, quote: quote)
    }

    @Test func answerComesFirstThenQualifiersThenCitation() {
        let answer = Answer(text: "a pilot", modality: .expected, evidence: [citation("A pilot will steer the ferry.")])
        let response = Response(question: "who steers the ferry", status: .answered, answers: [answer])
        let text = TextRenderer(width: 50, style: Style(colours: false)).render(response)
        #expect(text == """
        a pilot — expected, not yet                    [1]
          [1] The Courier, 2019-05-02: “A pilot will steer
              the ferry.”

        """)
    }

    @Test func theSameSentenceIsCitedOnce() {
        let answers = ["Ada", "Bo"].map { Answer(text: $0, evidence: [citation("Ada and Bo rowed.")]) }
        let text = TextRenderer(width: 60, style: Style(colours: false))
            .render(Response(question: "who rowed", status: .answered, answers: answers))
        #expect(text.components(separatedBy: "[1]").count == 4)
        #expect(!text.contains("[2]"))
    }

    @Test(arguments: ["\u{1B}[31mred", "\u{9B}31m", "a\u{202E}b", "bell\u{7}", "back\u{8}", "\u{1B}]0;title\u{7}", "\r over"])
    func hostileTextIsShownNotObeyed(text: String) {
        let answer = Answer(text: text, evidence: [citation(text)])
        let response = Response(question: "q", status: .answered, answers: [answer])
        for format in OutputFormat.allCases {
            let out = ResponseRenderer(format: format, text: TextRenderer(width: 80, style: Style(colours: false)))
                .render(response, milliseconds: nil)
            #expect(!out.unicodeScalars.contains { SafeText.isHostile($0) && $0 != "\n" && $0 != "\t" }, "\(format)")
        }
    }

    @Test func wideCharactersAlign() {
        let grid = Grid(columns: ["name", "kind"], rows: [["江青", "person"], ["Ada", "person"]])
        let lines = grid.rendered(as: .table, width: 40).split(separator: "\n")
        #expect(lines == ["name  kind", "────  ──────", "江青  person", "Ada   person"])
    }

    @Test func csvQuotesWhatItMust() {
        let grid = Grid(columns: ["a", "b"], rows: [["x,y", "say \"no\""], ["1", "plain"]])
        #expect(grid.rendered(as: .csv, width: 80) == "a,b\n\"x,y\",\"say \"\"no\"\"\"\n1,plain\n")
    }

    @Test func jsonKeepsKeyOrderAndEscapes() {
        let value = JSONValue.object([("b", .number(1)), ("a", .string("x\u{1B}\"")), ("c", .number(0.5)), ("d", .null)])
        #expect(value.encoded == "{\"b\": 1, \"a\": \"x\\u001B\\\"\", \"c\": 0.5, \"d\": null}")
    }

    @Test(arguments: [("1998-01-01", "1999-01-01", "1998"), ("2004-10-01", "2004-11-01", "2004-10"),
                      ("2024-07-27", "2024-07-29", "2024-07-27 to 2024-07-28"), ("1966-01-01", "1977-01-01", "1966 to 1976")])
    func timesReadPlainly(start: String, end: String, words: String) throws {
        let time = ValidTime(start: .day(try #require(Day(iso: start))), end: .day(try #require(Day(iso: end))), precision: .span, text: "", origin: .stated)
        #expect(PlainWords.time(time) == words)
    }

    @Test(arguments: 8...40)
    func wrappedLinesNeverExceedTheWidth(width: Int) {
        let text = "A harbourmaster's 江青 extraordinarily-long-hyphenated-word and a few short ones."
        let lines = TextLayout.wrap(text, width: width)
        #expect(lines.allSatisfy { DisplayWidth.columns(of: $0) <= width })
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
}
