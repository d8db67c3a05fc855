/// Rows that a server has sent, and the one of them that is being read: the columns by number, in PostgreSQL's binary formats.
final class ServerRow {
    /// Of a value; nil is null.
    typealias Value = Range<Int>?

    private let bytes: [UInt8]
    private var types: [UInt32] = []
    private var values: [Value] = []
    private var next = 0
    private var remaining = 0

    /// - Parameter bytes: a frame of `dossier-postgres`.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        let columns = Int(native(UInt16.self))
        types = (0..<columns).map { _ in native(UInt32.self) }
        values = Array(repeating: nil, count: columns)
        remaining = Int(native(UInt32.self))
    }

    /// Calls `body` with each row of some frames until it returns false.
    static func visit(_ frames: [[UInt8]], _ body: (ResultRow) throws -> Bool) rethrows {
        for frame in frames {
            let row = ServerRow(frame)
            while row.advance() {
                if try !body(ResultRow(row)) { return }
            }
        }
    }

    /// Goes to the next row; false where there is none.
    func advance() -> Bool {
        guard remaining > 0 else { return false }
        remaining -= 1
        for column in values.indices {
            let length = Int(native(Int32.self))
            values[column] = length < 0 ? nil : next..<next + length
            next += max(0, length)
        }
        return true
    }

    func isNull(_ column: Int32) -> Bool { values[Int(column)] == nil }

    func integer(_ column: Int32) -> Int64 {
        guard let range = values[Int(column)] else { return 0 }
        if types[Int(column)] == ServerType.double { return Int64(exactly: double(column).rounded()) ?? 0 }
        let isNegative = range.count > 1 && bytes[range.lowerBound] >= 0x80
        return bytes[range].reduce(isNegative ? -1 : 0) { $0 << 8 | Int64($1) }
    }

    func double(_ column: Int32) -> Double {
        guard let range = values[Int(column)] else { return 0 }
        guard types[Int(column)] == ServerType.double else { return Double(integer(column)) }
        return Double(bitPattern: bytes[range].reduce(0) { $0 << 8 | UInt64($1) })
    }

    func text(_ column: Int32) -> String { String(decoding: data(column), as: UTF8.self) }

    func data(_ column: Int32) -> ArraySlice<UInt8> { values[Int(column)].map { bytes[$0] } ?? [] }

    private func native<Number: FixedWidthInteger>(_ type: Number.Type) -> Number {
        defer { next += MemoryLayout<Number>.size }
        return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: next, as: type) }
    }
}

/// PostgreSQL's numbers for the types that stores have.
enum ServerType {
    static let bytes: UInt32 = 17
    static let integer: UInt32 = 20
    static let text: UInt32 = 25
    static let double: UInt32 = 701
}
