import FactStore

/// The documents that a page cites, numbered in the order of their first citation.
struct CitedSources {
    private(set) var documents: [DocumentHead] = []
    private var numbers: [String: Int] = [:]
    /// Of all facts, how many stand in each document.
    private let facts: [String: Int]

    /// - Parameters:
    ///   - cited: in the order in which they are cited.
    ///   - all: also those that are cited by a longer one of the same sentence.
    init(_ cited: [StoredFact], all: [StoredFact]) {
        facts = Dictionary(all.map { ($0.source.id, 1) }, uniquingKeysWith: +)
        for fact in cited where numbers[fact.source.id] == nil {
            documents.append(fact.source)
            numbers[fact.source.id] = documents.count
        }
    }

    func number(of document: DocumentHead) -> Int { numbers[document.id] ?? 0 }

    /// The list at the end of the page.
    var html: HTML {
        let items = zip(documents.indices, documents).map { index, document -> HTML in
            let title: HTML = document.title.map { "<cite>\($0)</cite>" } ?? "<cite>\(document.id)</cite>"
            let told = [document.publisher, document.author.map { "by \($0)" }, document.published.map { ReadableTime.words($0) }].compactMap { $0 }
            let link: HTML = document.url.flatMap(Self.webAddress).map { " <a href=\"\($0)\">\($0)</a>" } ?? ""
            let facts = self.facts[document.id] ?? 0
            let count = facts == 1 ? "1 fact" : "\(facts) facts"
            return "<li id=\"source-\(index + 1)\">\(title) <span class=\"told\">\(told.joined(separator: ", "))</span>\(link) <span class=\"count\">\(count)</span></li>\n"
        }
        return "<ol class=\"sources\">\n\(items)</ol>\n"
    }

    /// Only what leads to the web: a page must not run what an article gives for its address.
    static func webAddress(_ url: String) -> String? {
        ["http://", "https://"].contains { url.lowercased().hasPrefix($0) } ? url : nil
    }
}
