import FactStore
import Facts
import Foundation
import Questions

/// A store as its person has corrected it: opening, correcting, taking back.
public struct CorrectedStore: Sendable {
    private let path: String
    private let journal: Journal

    /// - Parameter path: of the store.
    public init(path: String) {
        self.path = path
        journal = Journal(of: path)
    }

    /// The store with the corrections of its journal applied. They are applied anew only where the store or the journal has changed; without
    /// a journal this is the store itself.
    ///
    /// - Throws: `StoreError`, as `FactStore(path:)`; also where the folder takes no file for the corrected copy.
    public func open() throws(StoreError) -> FactStore {
        guard let contents = try journal.contents() else {
            CorrectedFile.remove(of: path)
            return try FactStore(path: path)
        }
        if let store = CorrectedFile.open(path, journal: contents.hash) { return store }
        let draft: CorrectedFile.Draft
        do throws(StoreError) {
            draft = try CorrectedFile.Draft(of: path)
        } catch .unwritable(_, let reason) {
            throw .badInput("\(journal.path): these corrections cannot be applied, because the folder takes no file (\(reason)); "
                + "make it writable, or move the journal away")
        }
        defer { draft.discard() }
        // Another process may have made the copy, or added to the journal, while this one waited for it.
        let now = try journal.contents() ?? Journal.Contents()
        if let store = CorrectedFile.open(path, journal: now.hash) { return store }
        _ = try draft.apply(now.standing, origin: journal.name)
        try draft.publish(journal: now.hash)
        return try FactStore(correctedAt: path)
    }

    /// Copies the store and its journal to a new file, and the journal beside that.
    ///
    /// - Throws: `StoreError.badInput` where there is a file already, `.unwritable`.
    public func copy(to destination: String) throws(StoreError) {
        let copied = Journal(of: destination)
        for file in [destination, copied.path] where FileManager.default.fileExists(atPath: file) {
            throw .badInput("\(file) is there already; choose another name")
        }
        if let address = ServerAddress(path) { return try address.copy(to: destination) }
        do {
            try FileManager.default.copyItem(atPath: path, toPath: destination)
            if try journal.contents() != nil { try FileManager.default.copyItem(atPath: journal.path, toPath: copied.path) }
        } catch {
            for file in [destination, copied.path] { unlink(file) }
            throw .unwritable(path: destination, reason: (error as? CocoaError)?.localizedDescription ?? "\(error)")
        }
    }

    var journalName: String { journal.name }

    /// Lines of the journal that cannot be read.
    public func damagedLines() throws(StoreError) -> [Journal.DamagedLine] { try journal.contents()?.damaged ?? [] }

    /// A correction that makes no sense for the store, and why.
    public struct Refusal: Error, CustomStringConvertible {
        public let description: String
    }

    private func refuseForServer() throws {
        guard ServerAddress(path) == nil else {
            throw Refusal(description: "Corrections are kept beside a store that is a file: `.save FILE` makes one of this store, then `.open` it")
        }
    }

    /// Takes a correction: when this returns, the journal has it on the disk. Nothing is kept of one that is refused.
    ///
    /// - Parameter words: the command and its arguments, without the full stop.
    /// - Throws: a `Diagnostic` with the place where the words make no sense, `Refusal`, `StoreError`.
    public func correct(_ words: String, at moment: Moment) throws -> CorrectionEffect {
        try refuseForServer()
        let words = words.trimmingBlanks
        let correction = try CorrectionParser.parse(words)
        let draft = try CorrectedFile.Draft(of: path)
        defer { draft.discard() }
        let contents = try journal.contents() ?? Journal.Contents()
        let entry = JournalledCorrection(line: contents.lines + 1, day: moment.day, words: words, correction: correction)
        let effects = try draft.apply(contents.standing + [entry], origin: journal.name)
        let effect = effects[effects.count - 1]
        if let problem = effect.problem { throw Refusal(description: problem) }
        try journal.append(JournalLine.text(words, at: moment))
        try draft.publish(journal: journal.contents()?.hash ?? "")
        return effect
    }

    /// Takes the last correction that stands back, by a further line of the journal.
    ///
    /// - Returns: its words.
    /// - Throws: `Refusal` where none stands; `StoreError`.
    public func undo(at moment: Moment) throws -> String {
        try refuseForServer()
        let draft = try CorrectedFile.Draft(of: path)
        defer { draft.discard() }
        guard var standing = try journal.contents()?.standing, let last = standing.popLast() else {
            throw Refusal(description: "There is no correction to take back")
        }
        try journal.append(JournalLine.text("undo \(last.words)", at: moment))
        _ = try draft.apply(standing, origin: journal.name)
        try draft.publish(journal: journal.contents()?.hash ?? "")
        return last.words
    }
}
