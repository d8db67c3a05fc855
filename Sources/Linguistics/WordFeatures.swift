/// The rows of the embedding tables that a word's spelling selects. `scripts/train/heads.py` computes the same.
struct WordFeatures {
    /// Rows of the hashed tables, in the order of ``tables``.
    var rows: (Int, Int, Int, Int, Int)
    /// 64-bit hash of the normal form, the key of the table of known words.
    var hash: UInt64

    struct Hashed: Sendable {
        let name: String
        let rows: Int
    }

    static let tables = [
        Hashed(name: "suffix3", rows: 4096), Hashed(name: "suffix2", rows: 1024), Hashed(name: "prefix3", rows: 4096),
        Hashed(name: "shape", rows: 1024), Hashed(name: "suffix4", rows: 4096),
    ]

    init(_ word: some Sequence<Unicode.Scalar>) {
        var normal: [Unicode.Scalar] = []
        var shape: [Unicode.Scalar] = []
        var previous: Unicode.Scalar?
        var run = 0
        for original in word {
            let scalar = Self.plain(original)
            let kind = Self.normalise(scalar, into: &normal)
            run = kind == previous ? run + 1 : 1
            previous = kind
            if run <= 3 { shape.append(kind) }
        }
        rows = (Self.row("s3", normal.suffix(3), 4096), Self.row("s2", normal.suffix(2), 1024), Self.row("p3", normal.prefix(3), 4096),
                Self.row("sh", shape[...], 1024), Self.row("s4", normal.suffix(4), 4096))
        hash = Self.hash(Self.seed, normal[...])
    }

    /// Typographic quotes and dashes as a typewriter has them.
    static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x201C, 0x201D: "\""
        case 0x2018, 0x2019: "'"
        case 0x2013, 0x2014: "-"
        case 0xA0: " "
        default: scalar
        }
    }

    /// Appends the scalar in lower case, a digit as 0, and returns the letter that stands for it in the word's shape.
    private static func normalise(_ scalar: Unicode.Scalar, into normal: inout [Unicode.Scalar]) -> Unicode.Scalar {
        switch scalar.value {
        case 0x61...0x7A:
            normal.append(scalar)
            return "x"
        case 0x41...0x5A:
            normal.append(Unicode.Scalar(scalar.value + 32)!)
            return "X"
        case 0x30...0x39:
            normal.append("0")
            return "d"
        case 0..<0x80:
            normal.append(scalar)
            return scalar
        default:
            let properties = scalar.properties
            if properties.numericType == .decimal || properties.numericType == .digit {
                normal.append("0")
                return "d"
            }
            normal.append(contentsOf: properties.lowercaseMapping.unicodeScalars)
            return properties.isUppercase ? "X" : properties.isAlphabetic ? "x" : scalar
        }
    }

    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    /// FNV-1a over the UTF-8 form.
    private static func hash(_ start: UInt64, _ scalars: ArraySlice<Unicode.Scalar>) -> UInt64 {
        var value = start
        for scalar in scalars {
            if scalar.isASCII {
                value = (value ^ UInt64(scalar.value)) &* 0x100_0000_01b3
            } else {
                for byte in UTF8.encode(scalar)! { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
            }
        }
        return value
    }

    private static func row(_ prefix: StaticString, _ scalars: ArraySlice<Unicode.Scalar>, _ rows: UInt64) -> Int {
        var value = seed
        prefix.withUTF8Buffer { for byte in $0 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 } }
        value = hash(value, scalars)
        return Int(((value ^ (value >> 32)) & 0xffff_ffff) % rows)
    }
}
