import Facts

/// What `NAME.meta` says of the articles in `NAME`: lines `key: value`, with `#` for comments; a key without value says nothing.
///
/// Keys are title, publisher, author, published (`YYYY-MM-DD`) and url. They describe the first article of the file; `key[3]`
/// describes the third, `key[2..5]` the second to the fifth.
struct Sidecar: Hashable {
    static let suffix = ".meta"

    private var entries: [Entry] = []
    /// One line for each line that makes no sense.
    private(set) var notes: [String] = []

    private struct Entry: Hashable {
        var key: Key
        var articles: ClosedRange<Int>
        var value: String
    }

    private enum Key: String { case title, publisher, author, published, url }

    init(_ text: String, name: String) {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.trimmed
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasSuffix(":"), !line.dropLast().contains(":") { continue }
            if let entry = Sidecar.entry(line) {
                entries.append(entry)
            } else {
                notes.append("\(name):\(index + 1): not understood: “\(line.prefix(60))”; write e.g. `published: 2024-07-27`")
            }
        }
    }

    private static func entry(_ line: Substring) -> Entry? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let value = line[line.index(after: colon)...].trimmed
        var name = line[..<colon].trimmed
        var articles = 1...1
        if name.hasSuffix("]"), let bracket = name.firstIndex(of: "[") {
            guard let range = range(name[name.index(after: bracket)...].dropLast()) else { return nil }
            articles = range
            name = name[..<bracket].trimmed
        }
        guard let key = Key(rawValue: name.lowercased()), !value.isEmpty, key != .published || Day(iso: value) != nil else { return nil }
        return Entry(key: key, articles: articles, value: String(value))
    }

    private static func range(_ text: Substring) -> ClosedRange<Int>? {
        let ends = text.split(separator: ".").map { Int($0.trimmed) }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, 1 <= first, first <= last else { return nil }
        return first...last
    }

    /// Completes the `number`-th article (from 1) of the file: what the sidecar says outweighs what was found in the text.
    func complete(_ article: inout Article, number: Int) {
        for entry in entries where entry.articles.contains(number) {
            switch entry.key {
            case .title: article.title = entry.value
            case .publisher: article.publisher = entry.value
            case .author: article.author = entry.value
            case .url: article.url = entry.value
            case .published: article.published = Day(iso: entry.value).map { PublicationDate(day: $0, origin: .sidecar) }
            }
        }
    }
}

extension StringProtocol where SubSequence == Substring {
    /// Without blanks at its ends.
    var trimmed: Substring {
        let isBlank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\u{a0}" || $0 == "\n" || $0 == "\u{feff}" }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }), let last = scalars.lastIndex(where: { !isBlank($0) }) else {
            return self[startIndex..<startIndex]
        }
        return self[first..<scalars.index(after: last)]
    }
}
