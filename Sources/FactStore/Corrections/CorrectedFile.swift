import Facts
import Foundation
import GRDB

/// A store with a person's corrections applied: `STORE.corrected`, a copy of the store that is made from it and its journal whenever either
/// has changed. The store itself never holds a correction, so taking one back needs nothing undone, and a build needs to know of none.
public enum CorrectedFile {
    public static func path(of store: String) -> String { store + ".corrected" }

    /// The corrected store; nil where there is no copy, or not one of this store and this journal.
    ///
    /// - Parameter journal: names the content of the journal.
    public static func open(_ store: String, journal: String) -> FactStore? {
        guard let corrected = try? FactStore(correctedAt: store),
              (try? corrected.meta("corrected")) == state(of: store, journal: journal) else { return nil }
        return corrected
    }

    /// Throws the copy away, where the journal is gone.
    public static func remove(of store: String) { unlink(path(of: store)) }

    fileprivate static func state(of store: String, journal: String) -> String { StoreDraft.base(of: store, purpose: "journal \(journal)") }

    /// The copy while it is being made. It keeps every other process from making one, or adding to the journal, until it ends.
    public final class Draft {
        private let store: String
        private let draft: StoreDraft
        /// What the copy was made from, but for the journal.
        private let base: String
        private var isPublished = false

        /// - Throws: `StoreError.busy` where another process goes on making the copy.
        public init(of store: String) throws(StoreError) {
            self.store = store
            base = StoreDraft.base(of: store, purpose: "")
            draft = try Self.begun(store)
        }

        private static func begun(_ store: String) throws(StoreError) -> StoreDraft {
            let mostTries = 100
            for attempt in 1... {
                do throws(StoreError) {
                    return try StoreDraft(path: path(of: store), start: .copy(of: store), purpose: "corrections \(UUID().uuidString)")
                } catch .busy where attempt < mostTries {
                    usleep(50_000)
                }
            }
            throw .busy(path: store)
        }

        /// - Parameter origin: the journal's name, after which the documents of asserted facts are named.
        public func apply(_ corrections: [JournalledCorrection], origin: String) throws(StoreError) -> [CorrectionEffect] {
            try draft.write { db in
                let writer = try CorrectionWriter(db, origin: origin)
                return try corrections.map { try writer.apply($0) }
            }
        }

        /// Makes the draft the corrected store.
        public func publish(journal: String) throws(StoreError) {
            // A build may have replaced the store since: then the copy is of the one before, and the next opening makes it again.
            let isOfThisStore = base == StoreDraft.base(of: store, purpose: "")
            let state = isOfThisStore ? state(of: store, journal: journal) : "another store"
            try draft.write { db in
                try db.execute(sql: "insert or replace into meta values('corrected', ?)", arguments: [state])
            }
            try draft.publish()
            isPublished = true
        }

        /// Throws the draft away, unless it is published; the former copy stays.
        public func discard() {
            if !isPublished { draft.discard() }
        }
    }
}
