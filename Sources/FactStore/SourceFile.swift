import Facts
import Foundation

/// A file that documents were read from, as the store remembers it to see whether it has changed.
struct SourceFile: Hashable {
    /// The path relative to what was given; the documents are named for it.
    var name: String
    /// Absolute path, or "-" for standard input.
    var location: String
    /// Of its content.
    var hash: String
    var bytes: Int
    /// The version of the program that read it; empty for a table.
    var model: String

    init(name: String, location: String, hash: String, bytes: Int, model: String = "") {
        self.name = name
        self.location = location
        self.hash = hash
        self.bytes = bytes
        self.model = model
    }

    /// A file that is named for the last component of its path.
    init(location: String, content: some Collection<UInt8>) {
        var hash = ContentHash()
        hash.combine(bytes: content)
        self.init(name: URL(fileURLWithPath: location).lastPathComponent, location: location, hash: hash.hex, bytes: content.count)
    }
}
