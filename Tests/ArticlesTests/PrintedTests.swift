import Facts
import Foundation
import Testing
@testable import Articles

@Suite struct PrintedTests {
    /// A line of ten-point print, six points a letter.
    private func line(_ text: String, at left: Double, _ top: Double, size: Double = 10) -> PrintedLine {
        var x = left
        let words = text.split(separator: " ").map { word in
            let width = Double(word.count) * size * 0.6
            defer { x += width + size * 0.3 }
            return PrintedLine.Word(text: "\(word)", left: x, right: x + width, top: top, bottom: top + size)
        }
        return PrintedLine(words)!
    }

    private func lines(_ texts: [String], at left: Double, from top: Double) -> [PrintedLine] {
        texts.enumerated().map { line($1, at: left, top + Double($0) * 12) }
    }

    private func texts(_ pages: [PrintedPage], title: String? = nil) -> [String] {
        PrintedText(RunningLines.removed(from: pages)).lines(title: title).map(\.text)
    }

    @Test(arguments: [
        (["The mayor promised the govern-", "ment would pay."], "The mayor promised the government would pay."),
        (["They signed a cease-", "fire in May."], "They signed a cease-fire in May."),
        (["The Ovra-", "based firm and Ovra won."], "The Ovra-based firm and Ovra won."),
        (["The town of Ovra-", "haven flooded."], "The town of Ovrahaven flooded."),
        (["She left be-", "cause of him."], "She left because of him."),
        (["The F-", "16 landed in 2015-", "2016."], "The F-16 landed in 2015-2016."),
        (["Soft\u{ad}", "ware and co\u{2010}", "operation"], "Software and cooperation"),
        (["His sister-in-", "law came."], "His sister-in-law came."),
        (["It rained \u{2014}", "again\u{2014}", "and it stopped."], "It rained \u{2014} again\u{2014}and it stopped."),
        (["The zorple-", "wim flew; a zorplewim is a bird."], "The zorplewim flew; a zorplewim is a bird."),
    ])
    func brokenWords(lines: [String], joined: String) { #expect(BrokenWords(lines).joined(lines) == joined) }

    @Test func columnsAreReadOneAfterTheOther() {
        let left = lines(["The bridge was opened on Friday by", "the mayor of Ovra, who cut a ribbon", "and spoke of the long years before"], at: 50, from: 100)
        let right = lines(["it was finished. A crowd of several", "hundred cheered.", "    The ferry runs until October, she"], at: 290, from: 100)
        let last = line("added.", at: 290, 136)
        let indented = line("The ferry runs until October, she", at: 305, 124)
        let page = PrintedPage(height: 800, lines: [left[0], right[0], left[1], right[1], left[2], indented, last])
        #expect(texts([page]) == [
            "The bridge was opened on Friday by the mayor of Ovra, who cut a ribbon and spoke of the long years before it was finished. "
                + "A crowd of several hundred cheered.",
            "The ferry runs until October, she added.",
        ])
    }

    @Test func headsFeetAndPageNumbersGo() {
        func page(_ number: Int, _ body: [String]) -> PrintedPage {
            let head = line("The Ovra Post", at: 50, 20)
            let body = lines(body, at: 50, from: 100)
            return PrintedPage(height: 800, lines: [head] + body + [line("Page \(number) of 2", at: 280, 760)])
        }
        let read = texts([page(1, ["The bridge was opened on Friday by the", "mayor of Ovra, who cut a"]), page(2, ["ribbon.", "", "42 people came."].filter { $0 != "" })])
        #expect(read == ["The bridge was opened on Friday by the mayor of Ovra, who cut a ribbon.", "42 people came."])
    }

    @Test(arguments: [("7", true), ("- 7 -", true), ("Page 3 of 12", true), ("A12", true), ("iv", true), ("1/5", true), ("In 1998", false), ("12,000 people", false)])
    func pageNumbers(text: String, isNumber: Bool) { #expect(RunningLines.isPageNumber(text) == isNumber) }

    @Test func aHeadlineALargeInitialAndAPullQuote() {
        let body = lines(["he bridge was opened on Friday by the", "mayor of Ovra, who cut a long ribbon", "and spoke of the ferry."], at: 50, from: 200)
        let page = PrintedPage(height: 800, lines: [
            line("THE DAILY POST", at: 50, 50, size: 40), line("Bridge opens", at: 50, 120, size: 20), line("at last", at: 50, 144, size: 20),
            line("T", at: 36, 196, size: 24), body[0], body[1], line("“who cut a long ribbon”", at: 50, 240, size: 14), line(body[2].text, at: 50, 260),
        ])
        let read = PrintedText([page]).lines(title: "Bridge opens at last")
        #expect(read.map(\.text) == ["Bridge opens at last", "The bridge was opened on Friday by the mayor of Ovra, who cut a long ribbon and spoke of the ferry."])
        #expect(read.map(\.headingLevel) == [1, 0])
    }

    @Test func whatPdftotextPrintsIsRead() {
        let layout = """
            <html><head><title>A &amp; B</title></head><body><doc><page width="595.0" height="842.0"><flow><block><line xMin="1" yMin="2" xMax="30" yMax="12">
            <word xMin="1.0" yMin="2.0" xMax="10.0" yMax="12.0">ﬁsh</word><word xMin="12" yMin="2" xMax="30" yMax="12">&lt;b&gt;</word></line>
            <line xMin="1" yMin="2" xMax="1" yMax="2"><word xMin="x" yMin="2" xMax="3" yMax="4">lost</word></line></block></flow></page></doc></body></html>
            """
        let (pages, title) = PrintedPage.pages(Array(layout.utf8))
        #expect(title == "A & B" && pages.count == 1 && pages[0].height == 842 && pages[0].lines.map(\.text) == ["fish <b>"])
    }

    @Test func whatIsNoPDFIsRefused() throws {
        let folder = try Folder()
        let file = try folder.write("a.pdf", Array("%PDF-1.4\nno more".utf8))
        #expect(throws: ArticleError.self) { try ArticleReader().read(file: file) }
    }
}
