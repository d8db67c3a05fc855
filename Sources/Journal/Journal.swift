import FactStore
import Facts
import Foundation
import Questions

/// A person's corrections of one store: `STORE.journal`, a line each, kept apart from the store so that no build can lose them. The journal
/// is the truth; `STORE.corrected` is made from it. A line is only ever added, and is on the disk before it counts.
public struct Journal: Sendable {
    public let path: String

    public init(of store: String) { path = store + ".journal" }

    private static let mostBytes = 64 << 20

    /// After which the documents of asserted facts are named.
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// What a journal says now.
    public struct Contents: Sendable {
        /// In order, without those that were taken back.
        public fileprivate(set) var standing: [JournalledCorrection] = []
        /// Lines that cannot be read; they stay in the file.
        public fileprivate(set) var damaged: [DamagedLine] = []
        /// How many lines there are, of any kind.
        public fileprivate(set) var lines = 0
        /// Names the content.
        public fileprivate(set) var hash = ""
    }

    public struct DamagedLine: Hashable, Sendable, CustomStringConvertible {
        public var file: String
        public var line: Int
        public var diagnostic: Diagnostic

        public var description: String {
            let cure = diagnostic.suggestions.first.map { ", for instance: \($0)" } ?? ""
            return "\(file):\(line):\(diagnostic.span.start + 1): \(diagnostic.message)\(cure); the line is passed over"
        }
    }

    /// Nil where there is no journal.
    ///
    /// - Throws: `StoreError.unreadable`.
    public func contents() throws(StoreError) -> Contents? {
        do throws(FileBytes.Failure) {
            return contents(of: try FileBytes.contents(of: path, atMost: Journal.mostBytes))
        } catch {
            if error == .missing { return nil }
            throw .unreadable(path: path, reason: error.reason)
        }
    }

    func contents(of bytes: [UInt8]) -> Contents {
        var contents = Contents()
        var hash = ContentHash()
        hash.combine(bytes: bytes)
        contents.hash = hash.hex
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        contents.lines = lines.count
        for (index, line) in lines.enumerated() { read(String(decoding: line, as: UTF8.self), number: index + 1, into: &contents) }
        return contents
    }

    private func read(_ text: String, number: Int, into contents: inout Contents) {
        do throws(Diagnostic) {
            switch try JournalLine(text) {
            case .empty: break
            case .correction(let day, let words, let correction):
                contents.standing.append(JournalledCorrection(line: number, day: day, words: words, correction: correction))
            case .undo(let words):
                guard let undone = contents.standing.lastIndex(where: { $0.words == words }) else {
                    throw Diagnostic(span: Span(0, text.unicodeScalars.count), message: "No correction above has these words", suggestions: [])
                }
                contents.standing.remove(at: undone)
            }
        } catch {
            contents.damaged.append(DamagedLine(file: name, line: number, diagnostic: error))
        }
    }

    /// Adds a line and waits until the disk has it. A line before it that a power cut has left incomplete stays a line of its own.
    func append(_ line: String) throws(StoreError) {
        let isNew = !FileManager.default.fileExists(atPath: path)
        let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw unwritable }
        defer { close(descriptor) }
        var last = UInt8(ascii: "\n")
        let size = lseek(descriptor, 0, SEEK_END)
        if size > 0 { _ = pread(descriptor, &last, 1, size - 1) }
        let bytes = Array(((last == UInt8(ascii: "\n") ? "" : "\n") + line + "\n").utf8)
        // One call: what a kill can cut short is this line alone.
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else { throw unwritable }
        if isNew { try synchroniseFolder() }
    }

    private func synchroniseFolder() throws(StoreError) {
        let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { throw unwritable }
        defer { close(folder) }
        guard fsync(folder) == 0 || errno == EINVAL else { throw unwritable }
    }

    private var unwritable: StoreError {
        .badInput("\(path): cannot be written (\(String(cString: strerror(errno)))); the correction is not kept")
    }
}
