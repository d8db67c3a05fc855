@testable import FactStore
import Articles
import GRDB

extension FuzzTarget {
    /// Tables and annotations on their way into a store.
    static let tables = [
        FuzzTarget(name: "table") {
            let queue = emptyStore()
            return { input in
                rolledBack(queue) { writer in
                    let table = try TableFile(name: "a.tsv", bytes: input)
                    var rows = try TableWriter(writer)
                    try rows.add([(table, try writer.addDocument(Article(id: "a.tsv", text: ""), kind: .table, file: nil))])
                }
            }
        },
        FuzzTarget(name: "annotations") {
            let queue = emptyStore()
            return { input in
                rolledBack(queue) { writer in
                    var annotations = try AnnotationWriter(writer)
                    let file = try writer.replace(SourceFile(location: "/a.jsonl", content: input))
                    try annotations.add(input, name: "a.jsonl", file: file)
                }
            }
        },
    ]

    private static func emptyStore() -> DatabaseQueue {
        let queue = try! DatabaseQueue()
        try! queue.write { db in
            try Schema.create(in: db)
            try Schema.finish(in: db)
        }
        return queue
    }

    /// Only what the store itself says of the input may be thrown.
    private static func rolledBack(_ queue: DatabaseQueue, _ body: @escaping (StoreWriter) throws -> Void) {
        try! queue.writeWithoutTransaction { db in
            try db.inTransaction {
                do {
                    try body(StoreWriter(db))
                } catch let error as DatabaseError {
                    fatalError("\(error)")
                } catch {}
                return .rollback
            }
        }
    }
}
