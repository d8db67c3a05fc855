import Testing
@testable import Reports

@Suite struct HTMLTests {
    @Test func whatIsPutIntoMarkupIsText() {
        let hostile = "<script>\"x\"&'\u{202E}\u{1B}<\u{301}b>"
        let piece: HTML = "<p title=\"\(hostile)\">\(hostile)</p>"
        #expect(piece.markup == "<p title=\"&lt;script&gt;&quot;x&quot;&amp;'\\u202E\\u001B&lt;\u{301}b&gt;\">&lt;script&gt;&quot;x&quot;&amp;'\\u202E\\u001B&lt;\u{301}b&gt;</p>")
    }

    @Test func addressesThatRunNothing() {
        #expect(CitedSources.webAddress("javascript:alert(1)") == nil)
        #expect(CitedSources.webAddress("https://example.org/") == "https://example.org/")
    }

    @Test func anchorsHaveNoBlanks() {
        #expect(Report.anchor(of: "67cb1e4b") == "fact-67cb1e4b")
        #expect(Report.anchor(of: "a b\"") == "fact-a-20b-22")
    }

    @Test(arguments: [("2024-07-27", "27 July 2024"), ("since 2004-12", "since December 2004"), ("1998", "1998"),
                      ("2024-07-27 to 2024-07-28", "27–28 July 2024"), ("2024-07-27 to 2024-08-03", "27 July – 3 August 2024"),
                      ("2023-07-27 to 2024-07-26", "27 July 2023 – 26 July 2024"), ("2004 to 2006", "2004 to 2006"), ("2024-13-01", "2024-13-01")])
    func datesAreWrittenOut(text: String, words: String) {
        #expect(ReadableTime.words(text) == words)
    }
}
