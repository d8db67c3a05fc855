import Facts
import Foundation
import Testing
@testable import Articles

@Suite struct BadInputTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    @Test func otherEncodingsAreConvertedAndSaid() throws {
        let text = "Müller’s “café” opened on Friday."
        let windows = try folder.write("w.txt", text.unicodeScalars.map { scalar in
            switch scalar {
            case "’": 0x92
            case "“": 0x93
            case "”": 0x94
            default: UInt8(scalar.value)
            }
        })
        let result = try ArticleReader().read(file: windows)
        #expect(result.articles.map(\.text) == [text])
        #expect(result.notes == ["\(windows.path): not UTF-8, read as Windows-1252"])
        var wideBytes: [UInt8] = [0xff, 0xfe]
        for unit in text.utf16 { wideBytes += [UInt8(unit & 0xff), UInt8(unit >> 8)] }
        let wide = try folder.write("u.txt", wideBytes)
        #expect(try ArticleReader().read(file: wide).articles.map(\.text) == [text])
        let unmarked = try folder.write("v.txt", text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] } + [0, 0x0a])
        #expect(try ArticleReader().read(file: unmarked).articles.map(\.text) == [text])
        let mac = try folder.write("mac.txt", [0xd2] + Array("Caf".utf8) + [0x8e, 0xd3] + Array(" isn".utf8) + [0xd5] + Array("t open.".utf8))
        #expect(try ArticleReader().read(file: mac).articles.map(\.text) == ["“Café” isn’t open."])
        #expect(try ArticleReader().read(file: mac).notes == ["\(mac.path): not UTF-8, read as Mac Roman"])
        let damaged = try folder.write("d.txt", Array("The “café”\nis ".utf8) + [0xe2, 0x80] + Array(" open.".utf8))
        #expect(try ArticleReader().read(file: damaged).articles.map(\.text) == ["The “café”\nis \u{fffd} open."])
        #expect(try ArticleReader().read(file: damaged).notes == ["\(damaged.path): UTF-8 with 1 damaged place, first in line 2"])
        let marked = try folder.write("m.txt", [0xef, 0xbb, 0xbf] + Array(text.utf8))
        #expect(try ArticleReader().read(file: marked).notes.isEmpty)
    }

    @Test func whatIsNoTextIsRefused() throws {
        let binary = try folder.write("b.txt", (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 7) })
        #expect(throws: ArticleError.notText(path: binary.path)) { try ArticleReader().read(file: binary) }
        let empty = [
            ("e.txt", ""), ("s.txt", " \n\t\n"), ("f.txt", "close\nShare\n"), ("e.html", "<html><body><nav>Home</nav></body></html>"),
            ("e.jsonl", ""),
        ]
        for (name, text) in empty {
            let file = try folder.write(name, text.utf8)
            #expect(throws: ArticleError.empty(path: file.path)) { try ArticleReader().read(file: file) }
        }
        let json = try folder.write("j.jsonl", "{\"text\": \"Ovra.\"}\n{\"words\": 3}\n".utf8)
        #expect(throws: ArticleError.malformed(path: json.path, reason: "line 2 has no “text”; its keys are words")) {
            try ArticleReader().read(file: json)
        }
    }

    @Test func controlCharactersStayButNul() throws {
        #expect(try folder.read("c.txt", "The \u{1b}[31mred\u{7} bridge\u{0} was opened on Friday.").map(\.text)
            == ["The \u{1b}[31mred\u{7} bridge\u{fffd} was opened on Friday."])
        #expect(try folder.read("r.txt", "One bridge.\r\nTwo bridges.\rThree bridges.").first?.paragraphs.count == 3)
    }

    @Test func aLineOfMegabytes() throws {
        let line = String(repeating: "The bridge was opened on Friday. ", count: 120_000)
        #expect(try folder.read("long.txt", line).first?.text.utf8.count == line.utf8.count - 1)
        let longer = try folder.write("longer.txt", (line + line).utf8)
        #expect(throws: ArticleError.malformed(path: longer.path, reason: "a line of it has 7 MB of text, an article at most 4; split it")) {
            try ArticleReader().read(file: longer)
        }
    }

    @Test func deepAndBrokenPages() throws {
        let deep = String(repeating: "<div>", count: 50_000) + "<p>The bridge, the long one, was opened on Friday, the mayor said.</p>"
        _ = try? folder.read("deep.html", deep)
        let unclosed = "<p>The bridge, the long one, was opened on Friday, the mayor said.<p" + String(repeating: " a", count: 10_000)
        #expect(try folder.read("u.html", unclosed).first?.text == "The bridge, the long one, was opened on Friday, the mayor said.")
    }

    @Test func treesWithLoopsPipesAndStrangeNames() throws {
        try folder.write("tree/b.txt", "Ovra.".utf8)
        try folder.write("tree/a/'quoted \"name\"; drop\n.txt", "Sarn.".utf8)
        try folder.write("tree/.hidden.txt", "No.".utf8)
        try folder.write("tree/b.meta", "title: B".utf8)
        try folder.write("tree/data.bin", [1, 2, 3])
        try FileManager.default.createSymbolicLink(atPath: folder.path("tree/a/loop"), withDestinationPath: folder.path("tree"))
        try FileManager.default.createSymbolicLink(atPath: folder.path("tree/a/nowhere.txt"), withDestinationPath: "gone")
        try FileManager.default.createSymbolicLink(atPath: folder.path("tree/a/self.txt"), withDestinationPath: "self.txt")
        close((Array("\(folder.path("tree"))/caf".utf8CString.dropLast()) + [CChar(bitPattern: 0xe9), 0]).withUnsafeBufferPointer {
            open($0.baseAddress!, O_CREAT | O_WRONLY, 0o600)
        })
        #expect(mkfifo(folder.path("tree/pipe.txt"), 0o600) == 0)
        let found = try ArticleFinder().find([folder.path("tree")])
        #expect(found.files.map(\.name) == ["a/'quoted \"name\"; drop\n.txt", "b.txt"])
        #expect(found.notes.map { $0.split(separator: "/").last! } == [
            "caf\u{fffd}: its name is not UTF-8, passed over; rename it", "nowhere.txt: link to nowhere, passed over",
            "self.txt: link to itself, passed over", "data.bin: unknown kind of file, passed over",
            "pipe.txt: no regular file, passed over",
        ])
        #expect(throws: ArticleError.missing(path: folder.path("none"))) { try ArticleFinder().find([folder.path("none")]) }
        try FileManager.default.createDirectory(atPath: folder.path("empty"), withIntermediateDirectories: true)
        #expect(throws: ArticleError.noArticles(path: folder.path("empty"))) { try ArticleFinder().find([folder.path("empty")]) }
    }
}
