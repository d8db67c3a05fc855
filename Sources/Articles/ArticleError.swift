/// Why a file gave no articles: one line that names the file and the cure.
public enum ArticleError: Error, Hashable, Sendable, CustomStringConvertible {
    case missing(path: String)
    case unreadable(path: String, reason: String)
    /// Neither text in an encoding that is known nor a format that is.
    case notText(path: String)
    /// Nothing in it but blanks or page furniture.
    case empty(path: String)
    /// A folder without a single file that could hold an article.
    case noArticles(path: String)
    /// A file of a known format that breaks its rules.
    case malformed(path: String, reason: String)

    public var description: String {
        switch self {
        case .missing(let path): "\(path): no such file or folder"
        case .unreadable(let path, let reason): "\(path): cannot be read (\(reason))"
        case .notText(let path): "\(path): not text in UTF-8, UTF-16 or Windows-1252; convert it, e.g. with `iconv -t UTF-8`"
        case .empty(let path): "\(path): no text in it"
        case .noArticles(let path): "\(path): no articles in it; Dossier reads \(ArticleFormat.listed), each also with .gz"
        case .malformed(let path, let reason): "\(path): \(reason)"
        }
    }
}

/// The formats that articles are read from, by the ending of a file's name.
public enum ArticleFormat: String, Sendable, CaseIterable {
    case txt, md, html, htm, json, jsonl, pdf

    /// ".txt, .md, …".
    static var listed: String { allCases.map { ".\($0.rawValue)" }.joined(separator: ", ") }

    /// Nil for an ending that says nothing. `.gz` is looked through.
    public init?(fileName: String) {
        var name = fileName.lowercased()
        if name.hasSuffix(".gz") { name.removeLast(3) }
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
        let ending = String(name[name.index(after: dot)...])
        switch ending {
        case "text": self = .txt
        case "markdown": self = .md
        case "xhtml": self = .html
        case "ndjson": self = .jsonl
        default: self.init(rawValue: ending)
        }
    }
}
