/// A file that may hold articles.
public struct ArticleFile: Hashable, Sendable {
    /// The path relative to what was given; its articles are named for it.
    public var name: String
    /// Where to open it; "-" is standard input.
    public var path: String

    public init(name: String, path: String) {
        self.name = name
        self.path = path
    }
}
