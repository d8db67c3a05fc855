@testable import Articles
import Facts

extension FuzzTarget {
    /// Files of articles, by their ending.
    static let articles = ["txt", "html", "json", "jsonl", "md"].map(article) + [
        FuzzTarget(name: "gzip") { { input in _ = try? Gzip.unpacked([0x1f, 0x8b] + input, atMost: 1 << 22) } },
        FuzzTarget(name: "print") {
            { input in
                let (pages, title) = PrintedPage.pages(input)
                _ = PrintedText(RunningLines.removed(from: pages)).lines(title: title)
            }
        },
        FuzzTarget(name: "sidecar") { { input in _ = Sidecar(String(decoding: input, as: UTF8.self), name: "a.meta") } },
    ]

    private static func article(_ ending: String) -> FuzzTarget {
        FuzzTarget(name: ending) {
            { input in
                let file = ArticleFile(name: "a.\(ending)", path: "a.\(ending)")
                guard let contents = try? FileContents(file, stored: input), let result = try? ArticleReader().read(contents) else { return }
                for article in result.articles { require(!article.id.isEmpty, "an article without a name") }
            }
        }
    }
}
