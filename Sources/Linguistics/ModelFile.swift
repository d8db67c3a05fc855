import Lexicon

/// The file of trained weights: a directory of named tables, then their bytes, each table aligned to 64 bytes so that it can be
/// used where the file is mapped.
///
///     header (64 bytes)   "DOSSIERL", version: u32, tables: u32, size of the file: u64, checksum of all after the header: u64
///     directory           64 bytes a table: name (40, zero-padded), then kind, rows, columns, offset, length, 0: u32
///     tables              float32, or int8 with one float32 scale a row before them, or uint64, or UTF-8
///
/// All numbers are little-endian. `scripts/train/export.py` writes it.
struct ModelFile {
    /// A weights file that is not what it should be.
    struct Damaged: Error, CustomStringConvertible {
        let path: String
        let problem: String
        var description: String {
            "the language model \(path) is damaged (\(problem)). Reinstall Dossier, or build it again from a clean checkout"
        }
    }

    enum Kind: UInt32 { case floats = 0, quantised = 1, words = 2, text = 3 }

    struct Table {
        let kind: Kind
        let rows: Int
        let columns: Int
        let bytes: UnsafeRawBufferPointer
    }

    static let version: UInt32 = 1
    private static let headerSize = 64
    private static let entrySize = 64

    let resource: ResourceFile
    private let tables: [String: Table]

    /// - Throws: ``Damaged``.
    init(_ resource: ResourceFile) throws {
        self.resource = resource
        let bytes = resource.bytes
        func damaged(_ problem: String) -> Damaged { Damaged(path: resource.path, problem: problem) }

        guard bytes.count >= Self.headerSize, bytes.prefix(8).elementsEqual("DOSSIERL".utf8) else {
            throw damaged("it is not a language model")
        }
        let version = bytes.number(at: 8, as: UInt32.self)
        guard version == Self.version else { throw damaged("version \(version) instead of \(Self.version)") }
        guard bytes.number(at: 16, as: UInt64.self) == UInt64(bytes.count) else { throw damaged("it is cut off or too long") }
        guard bytes.number(at: 24, as: UInt64.self) == Self.checksum(bytes, from: Self.headerSize) else {
            throw damaged("its checksum is wrong")
        }
        let count = Int(bytes.number(at: 12, as: UInt32.self))
        guard count <= (bytes.count - Self.headerSize) / Self.entrySize else { throw damaged("its directory is too long") }

        var tables: [String: Table] = [:]
        for i in 0..<count {
            let entry = Self.headerSize + i * Self.entrySize
            let name = String(decoding: bytes[entry..<entry + 40].prefix { $0 != 0 }, as: UTF8.self)
            let numbers = (0..<5).map { Int(bytes.number(at: entry + 40 + 4 * $0, as: UInt32.self)) }
            let (rows, columns, offset, length) = (numbers[1], numbers[2], numbers[3], numbers[4])
            guard let kind = Kind(rawValue: UInt32(numbers[0])), offset % 64 == 0, offset + length <= bytes.count,
                  max(rows, columns) <= bytes.count, length == Self.length(kind, rows: rows, columns: columns)
            else { throw damaged("its table \(name) does not fit") }
            tables[name] = Table(kind: kind, rows: rows, columns: columns,
                                 bytes: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length]))
        }
        self.tables = tables
    }

    /// Names the weights in a file, "1-a1fa6727": its format and the beginning of its checksum. Nothing is verified.
    static func edition(of resource: ResourceFile) -> String? {
        let bytes = resource.bytes
        guard bytes.count >= headerSize, bytes.prefix(8).elementsEqual("DOSSIERL".utf8) else { return nil }
        let sum = String(bytes.number(at: 24, as: UInt64.self), radix: 16)
        let digits = String(repeating: "0", count: 16 - sum.count) + sum
        return "\(bytes.number(at: 8, as: UInt32.self))-\(digits.prefix(8))"
    }

    /// The named table, of the kind and size asked for (`nil`: any).
    /// - Throws: ``Damaged``.
    func table(_ name: String, _ kind: Kind, rows: Int? = nil, columns: Int? = nil) throws -> Table {
        guard let table = tables[name], table.kind == kind, rows.map({ $0 == table.rows }) ?? true,
              columns.map({ $0 == table.columns }) ?? true
        else { throw Damaged(path: resource.path, problem: "its table \(name) is missing or of the wrong size") }
        return table
    }

    /// How many tables are called `prefix0NAME`, `prefix1NAME`, ….
    func count(_ prefix: String, _ name: String) -> Int {
        var n = 0
        while tables["\(prefix)\(n)\(name)"] != nil { n += 1 }
        return n
    }

    /// The lines of a text table.
    /// - Throws: ``Damaged``.
    func lines(_ name: String) throws -> [String] {
        String(decoding: try table(name, .text).bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private static func length(_ kind: Kind, rows: Int, columns: Int) -> Int {
        switch kind {
        case .floats: rows * columns * 4
        case .quantised: rows * 4 + rows * columns
        case .words: rows * 8
        case .text: rows
        }
    }

    /// Mixes eight bytes at a time; a trailing part of less than eight counts as zero-padded. About 1 ms for 8 MB.
    static func checksum(_ bytes: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
        var sum: UInt64 = 0xcbf2_9ce4_8422_2325
        var i = start
        while i + 8 <= bytes.count {
            sum = (sum ^ bytes.number(at: i, as: UInt64.self)) &* 0x100_0000_01b3
            sum ^= sum >> 29
            i += 8
        }
        var rest: UInt64 = 0
        for (n, byte) in bytes[i...].enumerated() { rest |= UInt64(byte) << UInt64(8 * n) }
        return (sum ^ rest) &* 0x100_0000_01b3
    }
}

extension UnsafeRawBufferPointer {
    func number<N: FixedWidthInteger>(at offset: Int, as type: N.Type) -> N {
        N(littleEndian: loadUnaligned(fromByteOffset: offset, as: type))
    }
}
