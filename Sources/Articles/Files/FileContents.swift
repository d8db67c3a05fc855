import Facts
import Foundation

/// A file loaded into memory, with its sidecar.
public struct FileContents: Sendable {
    public let file: ArticleFile
    let bytes: [UInt8]
    /// Text of `NAME.meta`, where there is one.
    let sidecar: String?

    /// - Throws: `ArticleError.missing`, `.unreadable`.
    public init(_ file: ArticleFile) throws(ArticleError) {
        self.file = file
        do {
            if file.path == "-" {
                bytes = [UInt8](try FileHandle.standardInput.readToEnd() ?? Data())
                sidecar = nil
            } else {
                bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file.path)))
                sidecar = FileContents.sidecar(of: file.path)
            }
        } catch {
            let exists = FileManager.default.fileExists(atPath: file.path)
            throw exists ? .unreadable(path: file.path, reason: "permission denied or an error of the disk") : .missing(path: file.path)
        }
    }

    /// `a.txt.meta` or `a.meta` beside `a.txt`.
    private static func sidecar(of path: String) -> String? {
        let stem = (path as NSString).deletingPathExtension
        for candidate in [path + Sidecar.suffix, stem + Sidecar.suffix] {
            if let data = FileManager.default.contents(atPath: candidate) { return DecodedText([UInt8](data))?.text }
        }
        return nil
    }

    /// Changes whenever what the file's articles are read from does.
    public var hash: String {
        var hash = ContentHash()
        hash.combine(bytes: bytes)
        if let sidecar { hash.combine(sidecar) }
        return hash.hex
    }

    public var size: Int { bytes.count }
}
