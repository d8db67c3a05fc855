import FactStore

/// The store whose imported tables a world reads as questions ask for their rows.
///
/// What can't be read counts as not there while a question is answered; ``check()`` then throws why.
final class WorldSource {
    /// Up to how many rows something is read whole, and stays in memory.
    struct Limits {
        /// Of a relation or type that a question touches.
        var table = 2000
        /// Of all relations together, where a question asks in which of them a thing stands.
        var world = 5000
    }

    /// Names of a small world are kept, unless articles bring many more.
    static let mostNames = 20_000

    let store: FactStore
    let limits: Limits
    private var failure: StoreError?

    init(store: FactStore, limits: Limits = Limits()) {
        self.store = store
        self.limits = limits
    }

    func read<Value>(or nothing: Value, _ body: (FactStore) throws(StoreError) -> Value) -> Value {
        do {
            return try body(store)
        } catch {
            if failure == nil { failure = error }
            return nothing
        }
    }

    /// - Throws: the first error since this was last called.
    func check() throws(StoreError) {
        defer { failure = nil }
        if let failure { throw failure }
    }
}
