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

    /// - Parameter name: the last component of the location if nil.
    init(name: String? = nil, location: String, bytes content: some Collection<UInt8>) {
        self.name = name ?? URL(fileURLWithPath: location).lastPathComponent
        self.location = location
        var hash = ContentHash()
        hash.combine(bytes: content)
        self.hash = hash.hex
        bytes = content.count
    }
}
