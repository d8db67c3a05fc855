/// Whether somebody no longer wants what is being worked out. Long work asks now and then and stops.
///
/// A store carries one: its reads stop by themselves, and what works on its rows asks ``FactStore/cancellation``.
public struct Cancellation: Sendable {
    /// Asked thousands of times a second, from any thread.
    private let request: @Sendable () -> Bool

    public init(_ request: @escaping @Sendable () -> Bool) { self.request = request }

    public static let never = Cancellation { false }

    public var isRequested: Bool { request() }

    /// - Throws: `StoreError.cancelled` where the work is no longer wanted.
    public func check() throws(StoreError) {
        if isRequested { throw .cancelled }
    }
}
