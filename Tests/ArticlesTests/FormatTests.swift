import Facts
import Foundation
import Testing
@testable import Articles

@Suite struct FormatTests {
    let folder: Folder
    let sample = SampleArticle.all[0]

    init() throws { folder = try Folder() }

    @Test(arguments: SampleArticle.all.indices)
    func theArticleIsFoundInEveryLayout(number: Int) throws {
        let sample = SampleArticle.all[number]
        let pages = [
            ("modern", sample.modern), ("tables", sample.tables), ("blog", sample.blog), ("agency", sample.agency),
            ("broken", sample.broken),
        ]
        for (layout, page) in pages {
            let article = try #require(try folder.read("\(layout).html", page).first)
            #expect(article.text == sample.text, "\(layout)")
            #expect(article.title == sample.title, "\(layout)")
            #expect(article.published?.day.description == sample.day, "\(layout)")
        }
    }

    @Test func metadataOfPages() throws {
        let modern = try #require(try folder.read("m.html", sample.modern).first)
        #expect(modern.author == sample.author && modern.publisher == sample.publisher && modern.published?.origin == .metadata)
        let tables = try #require(try folder.read("t.html", sample.tables).first)
        #expect(tables.author == sample.author && tables.publisher == sample.publisher)
        #expect(try folder.read("b.html", sample.blog).first?.author == sample.author)
        let agency = try #require(try folder.read("a.html", sample.agency).first)
        #expect(agency.publisher == "AP" && agency.url == "https://news.example/bridge")
        #expect(try folder.read("x.html", sample.broken).first?.author == sample.author)
    }

    @Test func everyFormatGivesTheSameArticle() throws {
        let head = "\(sample.title)\n\nBy \(sample.author)\n\(sample.dayInWords)\n\n"
        let text = try #require(try folder.read("a.txt", head + sample.paragraphs.joined(separator: "\n\n")).first)
        let object: [String: Any] = [
            "id": "bridge", "title": sample.title, "text": sample.text, "published": sample.day, "author": sample.author,
        ]
        let json = String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
        let list = "{\"articles\": [\(json)]}"
        for article in try [text] + folder.read("a.json", json) + folder.read("a.jsonl", json + "\n") + folder.read("b.json", list) {
            #expect(article.text == sample.text && article.title == sample.title && article.author == sample.author)
            #expect(article.published?.day.description == sample.day)
        }
        #expect(try folder.read("a.jsonl", "\(json)\n\n\(json)\n").map(\.id) == ["bridge", "a.jsonl#2"])
    }

    @Test func packedFiles() throws {
        // `printf 'The bridge was opened on Friday.\n' | gzip -n9`, twice: a file may have several members.
        let packed = try #require(Data(base64Encoded: "H4sIAAAAAAACAwvJSFVIKspMSU9VKE8sVsgvSM1LTVHIz1NwAwomVupxAQDj0MrBIQAAAA=="))
        let file = try folder.write("a.txt.gz", packed + packed)
        #expect(try ArticleReader().read(file: file).articles.map(\.text) == ["The bridge was opened on Friday."])
        let damaged = try folder.write("b.txt.gz", packed.dropLast(12))
        #expect(throws: ArticleError.malformed(path: damaged.path, reason: "the gzip file is damaged")) {
            try ArticleReader().read(file: damaged)
        }
        #expect(throws: Gzip.Failure.tooLarge) { try Gzip.unpacked([UInt8](packed), atMost: 10) }
    }

    @Test func sidecars() throws {
        let pieces = (1...3).map { number in
            "Bridge \(number) of the valley was opened on a Friday in spring, the mayor said, and the town was glad of it, but also of the"
        }
        let file = try folder.write("x.txt", pieces.joined(separator: "\n").utf8)
        let lines = [
            "# notes", "title: One", "published: 2020-02-29", "url:", "title[2..3]: More", "author[3]: Mira Tann", "published: soon",
        ]
        try folder.write("x.meta", lines.joined(separator: "\n").utf8)
        let result = try ArticleReader().read(file: file)
        #expect(result.articles.map(\.title) == ["One", "More", "More"])
        #expect(result.articles.map(\.author) == [nil, nil, "Mira Tann"])
        #expect(result.articles.map { $0.published?.origin } == [.sidecar, nil, nil])
        #expect(result.notes.count == 1 && result.notes[0].contains("x.meta:7: not understood: “published: soon”"))
    }

    @Test(arguments: [
        ("voa-2020-12-21.txt", "2020-12-21"), ("20201221_ovra.txt", "2020-12-21"), ("2020/12/21.txt", "2020-12-21"),
        ("000_aafa280f4e33bad9.txt", nil),
        ("report-12.txt", nil), ("2020.txt", nil), ("v1.2.3.txt", nil), ("20203021.txt", nil),
    ])
    func datesInNames(name: String, day: String?) { #expect(WrittenDate.find(inFileName: name)?.description == day) }
}
