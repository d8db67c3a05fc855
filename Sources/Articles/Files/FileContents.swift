import Facts
import Foundation

/// A file loaded into memory, with its sidecar.
public struct FileContents: Sendable {
    public let file: ArticleFile
    /// Unpacked, if the file was packed with gzip.
    let bytes: [UInt8]
    /// `NAME.meta`, where there is one.
    let sidecar: (path: String, text: String)?

    /// - Throws: `ArticleError.missing`, `.unreadable`; `.malformed` for a damaged gzip file.
    public init(_ file: ArticleFile) throws(ArticleError) {
        try self.init(file, stored: FileContents.load(file.path), sidecar: file.path == "-" ? nil : FileContents.sidecar(of: file.path))
    }

    /// - Parameter stored: what lies on the disk.
    /// - Throws: `ArticleError.malformed`.
    init(_ file: ArticleFile, stored: [UInt8], sidecar: (path: String, text: String)? = nil) throws(ArticleError) {
        self.file = file
        do throws(Gzip.Failure) {
            bytes = Gzip.isPacked(stored) ? try Gzip.unpacked(stored) : stored
        } catch {
            let reason = error == .tooLarge ? "it unpacks to more than a gigabyte" : "the gzip file is damaged"
            throw .malformed(path: file.path, reason: reason)
        }
        self.sidecar = sidecar
    }

    private static func load(_ path: String) throws(ArticleError) -> [UInt8] {
        do {
            let data = path == "-" ? try FileHandle.standardInput.readToEnd() ?? Data() : try Data(contentsOf: URL(fileURLWithPath: path))
            return [UInt8](data)
        } catch {
            let exists = FileManager.default.fileExists(atPath: path)
            throw exists ? .unreadable(path: path, reason: "permission denied or an error of the disk") : .missing(path: path)
        }
    }

    /// `a.txt.meta` or `a.meta` beside `a.txt`.
    private static func sidecar(of path: String) -> (path: String, text: String)? {
        let stem = (path as NSString).deletingPathExtension
        for candidate in [path + Sidecar.suffix, stem + Sidecar.suffix] {
            guard let data = FileManager.default.contents(atPath: candidate), let text = DecodedText([UInt8](data))?.text else { continue }
            return (candidate, text)
        }
        return nil
    }

    /// Changes whenever what the file's articles are read from does.
    public var hash: String {
        var hash = ContentHash()
        hash.combine(bytes: bytes)
        if let sidecar { hash.combine(sidecar.text) }
        return hash.hex
    }

    public var size: Int { bytes.count }
}
