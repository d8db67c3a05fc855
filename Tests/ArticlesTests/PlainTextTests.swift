import Facts
import Foundation
import Testing
@testable import Articles

@Suite struct PlainTextTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    @Test func furnitureGoesAndTheHeadlineStaysOnce() throws {
        let article = try #require(try folder.read("a.txt", """
            close
            Skip to main content
            Ovra opens the long bridge

            Ovra opens the long bridge

            By Mira Tann and Jon Vale
            June 18, 2021 at 5:00 a.m. EDT
            Share
            5 min read

            Ovra opened its long bridge on Friday.
            ILLUSTRATION: RIVER PEOPLE
            The mayor further said(lt)0618p03.tif the ferry would run until October.
            Advertisement
            We use cookies to make this site better.
            He uses cookies to feed the ducks, close to the river.
            """).first)
        #expect(article.title == "Ovra opens the long bridge")
        #expect(article.author == "Mira Tann and Jon Vale")
        #expect(article.published == PublicationDate(day: Day(iso: "2021-06-18")!, origin: .dateline))
        #expect(article.paragraphs == [
            "Ovra opened its long bridge on Friday.",
            "The mayor further said the ferry would run until October.",
            "He uses cookies to feed the ducks, close to the river.",
        ])
    }

    @Test(arguments: [
        ("she said(rt)0314p09.tif that", "she said that"),
        ("the map IMG_2041.jpg shows", "the map IMG_2041.jpg shows"),
        ("IMG_2041.JPG", ""),
        ("a file named logo.png is missing", "a file named logo.png is missing"),
        ("he added0412p2.jpg that", "he added that"),
    ])
    func imageNames(line: String, cleaned: String) { #expect(PageFurniture.withoutImageNames(line) == cleaned) }

    @Test(arguments: [
        "Photo: the bridge", "Photograph by Jon Vale", "© 2021 The Ovra Post", "12 comments", "Read more", "-----", "Follow us on Twitter",
    ])
    func furniture(line: String) { #expect(PageFurniture.cleaned(line) == nil) }

    @Test(arguments: [
        "Close allies of the mayor left.", "The illustration: a bridge, was sold.", "12 comments were read aloud.", "Share prices fell.",
        "Photographs of the bridge were sold for 300 crowns each.", "Menu prices rose 3 percent.", "Watch makers protested.",
    ])
    func sentencesThatLookLikeFurniture(line: String) { #expect(PageFurniture.cleaned(line) == line) }

    private let opEd = [
        "The long bridge will change the valley more than the mayor admits, and nobody in the town hall has a plan for it.",
        "Ferries carried our grandparents to the market, and they will be missed.",
        "Lena Marsk is a writer and columnist based in Teld.",
    ]
    private let teaser = "The council of Teld on Friday voted to sell the harbor to a company from Sarn, after a long debate. For years,"

    @Test func anAuthorsNoteAndACutOffTeaserEndArticles() throws {
        let second = "In 1976, the river flooded the valley. It took the town nine years to build its houses again, and many families never"
        let lines = opEd + [teaser, second, "The fair of Ovra opens on May 2 every year."]
        let articles = try folder.read("paper.txt", lines.joined(separator: "\n"))
        #expect(articles.map(\.id) == ["paper.txt#1", "paper.txt#2", "paper.txt#3", "paper.txt#4"])
        #expect(articles[0].paragraphs == opEd)
        #expect(articles[1].text.hasSuffix("For years,"))
        #expect(articles[2].text == second)
    }

    @Test func aLeadWithoutFullStopBeginsItsArticle() throws {
        let lead = "Mayor Jon Vale of Ovra welcomes the new treaty on the river as a first step towards the end of a quarrel"
        #expect(try folder.read("a.txt", "\(lead)\nMayor Jon Vale said:\nI welcome the treaty.").count == 1)
    }

    @Test func whoeverAnArticleSpeaksOfIsNotItsAuthor() throws {
        let lines = ["Lena Marsk won the prize on Friday.", opEd[2], "Marsk said that she was glad.", "The fair opens in May."]
        #expect(try folder.read("a.txt", lines.joined(separator: "\n")).count == 1)
    }

    @Test func headlinesWithBylineOrDateBeginArticles() throws {
        let articles = try folder.read("digest.txt", """
            Bridge opens at last
            By Mira Tann
            The bridge was opened on Friday by the mayor of Ovra.
            It is long.

            Ferry workers strike
            June 19, 2021
            Workers of the ferry went on strike on Saturday over their jobs.
            """)
        #expect(articles.map(\.title) == ["Bridge opens at last", "Ferry workers strike"])
        #expect(articles.map { $0.published?.day.description } == [nil, "2021-06-19"])
    }

    @Test func aCrossheadingBeginsNothing() throws {
        let lines = ["The bridge was opened on Friday by the mayor.", "What comes next", "The ferry will run until October."]
        let articles = try folder.read("a.txt", lines.joined(separator: "\n\n"))
        #expect(articles.count == 1)
        #expect(articles[0].paragraphs.count == 3)
    }

    @Test func datelinesAreTakenOff() throws {
        let text = "NEW OVRA, March 3, 2021 (Reuters) — The river rose on Wednesday.\nIt fell later."
        let article = try #require(try folder.read("a.txt", text).first)
        #expect(article.text == "The river rose on Wednesday.\nIt fell later.")
        #expect(article.publisher == "Reuters" && article.published?.day == Day(iso: "2021-03-03"))
        let plain = "The US – a friend of Ovra – sent help on Friday."
        #expect(try folder.read("b.txt", plain).first?.text == plain)
    }

    @Test func wrappedLinesAreJoined() throws {
        let article = try #require(try folder.read("a.txt", """
            The long bridge between Ovra and Sarn was opened on Friday by the mayor,
            eleven years after the first pier was sunk into the bed of the river and
            nine years later than promised.

            The ferry will run until October, the mayor told a crowd on the bank of
            the river, and then it will be sold to a museum.
            """).first)
        #expect(article.paragraphs.count == 2)
        #expect(article.paragraphs[0].hasSuffix("the river and nine years later than promised."))
    }

    @Test func markdown() throws {
        let article = try #require(try folder.read("a.md", """
            ---
            title: "Bridge opens"
            date: 2021-06-18
            ---
            # The *long* bridge

            The [mayor](http://x.example/a_(b)) opened the **long_bridge**.

            ![A picture](b.png)

            > “It is long,” he said.
            """).first)
        #expect(article.title == "Bridge opens" && article.published?.day == Day(iso: "2021-06-18"))
        #expect(article.paragraphs == ["The mayor) opened the long_bridge.", "“It is long,” he said."])
    }

    @Test func theSeedArticlesArePartedByTheirTextAlone() throws {
        let seeds = URL(fileURLWithPath: #filePath).appending(path: "../../../seeds").standardized
        let files = try ArticleFinder().find([seeds.path]).files
        let counts = try files.map { file in
            let bytes = try Data(contentsOf: URL(fileURLWithPath: file.path))
            return try ArticleReader().read(file: folder.write(file.name, bytes)).articles.count
        }
        #expect(counts == [5, 1])
        let first = try ArticleReader().read(file: files[0]).articles
        #expect(first.map { $0.published?.day.description } == ["2005-03-14", nil, nil, nil, nil])
        #expect(first.allSatisfy { $0.publisher == "Taipei Times" })
    }
}
