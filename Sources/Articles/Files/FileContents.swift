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
            bytes = Gzip.isPacked(stored) ? try Gzip.unpacked(stored, atMost: FileContents.mostBytes) : stored
        } catch {
            let reason = error == .tooLarge ? "it unpacks to more than \(FileContents.mostBytes >> 20) MB; unpack and split it" : "the gzip file is damaged"
            throw .malformed(path: file.path, reason: reason)
        }
        self.sidecar = sidecar
    }

    /// Of a file, also unpacked: what is read of it lies in memory.
    static let mostBytes = 256 << 20

    private static func load(_ path: String) throws(ArticleError) -> [UInt8] {
        do throws(FileBytes.Failure) {
            return path == "-" ? try FileBytes.standardInput(atMost: mostBytes) : try FileBytes.contents(of: path, atMost: mostBytes)
        } catch {
            switch error {
            case .missing: throw .missing(path: path)
            case .unreadable(let reason): throw .unreadable(path: path, reason: reason)
            case .tooLarge: throw .malformed(path: path, reason: error.reason)
            }
        }
    }

    private static let mostBytesOfSidecar = 1 << 20

    /// `a.txt.meta` or `a.meta` beside `a.txt`.
    private static func sidecar(of path: String) -> (path: String, text: String)? {
        let stem = (path as NSString).deletingPathExtension
        for candidate in [path + Sidecar.suffix, stem + Sidecar.suffix] {
            guard let bytes = try? FileBytes.contents(of: candidate, atMost: mostBytesOfSidecar), let text = DecodedText(bytes)?.text else { continue }
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
