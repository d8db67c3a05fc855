import Facts

/// Finds the words of a text. Works on its bytes: most scalars of an English text are one.
struct WordScanner {
    private let bytes: [UInt8]
    /// Where the next scalar begins, in bytes and in scalars.
    private var position = 0
    private var scalars = 0
    /// The word at hand in lower case, as long as it is ASCII.
    private var lower: [UInt8] = []

    init(_ text: String) {
        bytes = Array(text.utf8)
        lower.reserveCapacity(16)
    }

    mutating func next() -> (word: String, isCapitalised: Bool, span: Span)? {
        while position < bytes.count, !isLetterOrDigit(position) { advance() }
        guard position < bytes.count else { return nil }
        let start = (byte: position, scalar: scalars)
        var isASCII = true, hasMark = false
        var previous = start.byte
        lower.removeAll(keepingCapacity: true)
        while position < bytes.count {
            if !isLetterOrDigit(position) {
                guard isInner(position, after: previous) else { break }
                hasMark = true
            }
            let byte = bytes[position]
            if byte < 0x80 { lower.append(byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte) } else { isASCII = false }
            previous = position
            advance()
        }
        let end = (byte: position, scalar: scalars)
        skipClitic()
        let word = isASCII && !hasMark && !(lower.count <= 3 && lower[0] == 0x75)
            ? String(decoding: lower, as: UTF8.self) : normal(String(decoding: bytes[start.byte..<end.byte], as: UTF8.self))
        return (word, isUppercase(start.byte), Span(start.scalar, end.scalar))
    }

    // MARK: Scalars

    private mutating func advance() {
        position += length(position)
        scalars += 1
    }

    private func length(_ index: Int) -> Int {
        switch bytes[index] {
        case ..<0x80: 1
        case ..<0xe0: 2
        case ..<0xf0: 3
        default: 4
        }
    }

    /// The scalar that begins at a byte; a Swift string holds no malformed ones.
    private func scalar(_ index: Int) -> Unicode.Scalar {
        if bytes[index] < 0x80 { return Unicode.Scalar(bytes[index]) }
        return String(decoding: bytes[index..<index + length(index)], as: UTF8.self).unicodeScalars.first ?? " "
    }

    private func isLetterOrDigit(_ index: Int) -> Bool {
        let byte = bytes[index]
        if byte < 0x80 { return Self.isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) }
        let properties = scalar(index).properties
        return properties.isAlphabetic || properties.numericType != nil
    }

    /// A point or comma inside a number or abbreviation: "2.5", "250,000", "U.S".
    private func isInner(_ index: Int, after previous: Int) -> Bool {
        guard bytes[index] == 0x2e || bytes[index] == 0x2c, index + 1 < bytes.count, isLetterOrDigit(index + 1) else { return false }
        if Self.isDigit(bytes[previous]), Self.isDigit(bytes[index + 1]) { return true }
        return bytes[index] == 0x2e && isUppercase(previous) && isUppercase(index + 1)
    }

    private func isUppercase(_ index: Int) -> Bool {
        bytes[index] < 0x80 ? (0x41...0x5a).contains(bytes[index]) : scalar(index).properties.isUppercase
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// "’s" and the apostrophe of "allies’" belong to no word; "n't" is left out with its verb's negation read elsewhere.
    private mutating func skipClitic() {
        guard position < bytes.count, bytes[position] == 0x27 || bytes[position...].starts(with: Self.apostrophe) else { return }
        advance()
        if position < bytes.count, bytes[position] == 0x73, position + 1 == bytes.count
            || !isLetterOrDigit(position + 1) { advance() }
    }

    private static let apostrophe = Array("’".utf8)

    // MARK: Forms of one word

    private func normal(_ written: String) -> String {
        switch written {
        case "US", "U.S", "USA", "U.S.A": return "u.s."
        default:
            let lower = written.lowercased()
            return lower.utf8.contains(0x2c) || isDottedAbbreviation(lower)
                ? lower.filter { $0 != "," && ($0 != "." || lower.first!.isNumber) } : lower
        }
    }

    private func isDottedAbbreviation(_ word: String) -> Bool {
        word.utf8.contains(0x2e) && !(word.utf8.first! >= 0x30 && word.utf8.first! <= 0x39)
    }
}
