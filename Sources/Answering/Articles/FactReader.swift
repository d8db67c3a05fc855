import FactStore
import Facts

/// Reads the facts of sentences when somebody asks for them, who cannot be told of an error: it is kept until the question is answered.
final class FactReader {
    private let store: FactStore
    private(set) var problem: StoreError?

    init(store: FactStore) { self.store = store }

    func outlines(of sentence: StoredSentence) -> [FactOutline] { read { () throws(StoreError) in try store.outlines(of: sentence) } }

    func facts(of sentence: StoredSentence) -> [Fact] { read { () throws(StoreError) in try store.facts(of: sentence) } }

    /// Begins another question.
    func forget() { problem = nil }

    private func read<Value>(_ body: () throws(StoreError) -> [Value]) -> [Value] {
        do {
            return try body()
        } catch {
            problem = problem ?? error
            return []
        }
    }
}
