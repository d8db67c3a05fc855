import Foundation

/// Bytes of a text file as a string.
struct DecodedText: Hashable {
    var text: String
    /// What a reader should know: the encoding if it is not UTF-8, and what is damaged.
    var note: String?

    /// Decodes UTF-8, UTF-16 and UTF-32; other text is taken for UTF-8 with damaged places, Windows-1252 or Mac Roman, whichever gives the more
    /// likely text. Nil for what is no text.
    ///
    /// Line ends become LF. A NUL, which many tools take for the end of a text, becomes U+FFFD; all else stays as it is.
    init?(_ bytes: [UInt8]) {
        if let wide = WideEncoding(bytes) {
            guard let text = wide.decoded(bytes) else { return nil }
            self.text = DecodedText.withPlainLineEnds(text)
            note = "read as \(wide.name)"
            return
        }
        if DecodedText.looksBinary(bytes) { return nil }
        let body = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes[3...] : bytes[...]
        if let text = String(validating: body, as: UTF8.self) {
            self.text = DecodedText.withPlainLineEnds(text)
        } else {
            let (text, note) = DecodedText.guessed(body)
            self.text = DecodedText.withPlainLineEnds(text)
            self.note = note
        }
    }

    /// More than one byte in twenty of the beginning is a control character that no text has.
    private static func looksBinary(_ bytes: [UInt8]) -> Bool {
        let beginning = bytes.prefix(8192)
        let strange = beginning.count { $0 < 0x20 && $0 != 0x09 && $0 != 0x0a && $0 != 0x0c && $0 != 0x0d && $0 != 0x1b }
        return strange * 20 > beginning.count
    }

    // MARK: One byte a character

    /// Of text that is not UTF-8 throughout.
    private static func guessed(_ bytes: ArraySlice<UInt8>) -> (text: String, note: String) {
        let repaired = String(decoding: bytes, as: UTF8.self)
        let damaged = repaired.unicodeScalars.count { $0 == "\u{fffd}" }
        let sound = repaired.unicodeScalars.count { $0.value >= 0x80 && $0 != "\u{fffd}" }
        if sound > damaged {
            return (repaired, "UTF-8 with \(damaged) damaged place\(damaged == 1 ? "" : "s"), first in line \(lineOfDamage(repaired))")
        }
        let western = decoded(bytes, windowsCharacters)
        let mac = decoded(bytes, macCharacters)
        return likelihood(mac) > likelihood(western) ? (mac, "not UTF-8, read as Mac Roman") : (western, "not UTF-8, read as Windows-1252")
    }

    private static func lineOfDamage(_ text: String) -> Int {
        text.unicodeScalars.prefix { $0 != "\u{fffd}" }.count { $0 == "\n" } + 1
    }

    /// How much the characters beyond ASCII look like those of English text: marks, and accented letters in lower case.
    private static func likelihood(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { sum, scalar in
            if scalar.value < 0x80 { return sum }
            if "‘’“”–—…•£€".unicodeScalars.contains(scalar) { return sum + 3 }
            return sum + (scalar.properties.isLowercase ? 1 : scalar.properties.isUppercase ? 0 : -1)
        }
    }

    /// The characters that Windows-1252 has in place of the control characters 0x80…0x9F; undefined ones are spaces.
    private static let windowsCharacters = Array("€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ".unicodeScalars) + (0xa0...0xff).map { Unicode.Scalar($0 as UInt8) }

    private static let macCharacters = Array((
        "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
            + "¿¡¬√ƒ≈∆«»… ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ�ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"
    ).unicodeScalars)

    /// - Parameter characters: for the bytes from 0x80.
    private static func decoded(_ bytes: ArraySlice<UInt8>, _ characters: [Unicode.Scalar]) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in bytes { scalars.append(byte < 0x80 ? Unicode.Scalar(byte) : characters[Int(byte) - 0x80]) }
        return String(scalars)
    }

    private static func withPlainLineEnds(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x0d || $0 == 0 || $0 == 0x0c || $0 == 0xe2 }) else { return text }
        var scalars = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0d, 0x0c, 0x2028, 0x2029: scalars.append("\n")
            case 0x0a: if !afterReturn { scalars.append("\n") }
            case 0: scalars.append("\u{fffd}")
            default: scalars.append(scalar)
            }
            afterReturn = scalar == "\r"
        }
        return String(scalars)
    }
}

/// UTF-16 and UTF-32, told by their mark, else by the zero bytes that their Latin letters have.
private struct WideEncoding {
    let name: String
    private let encoding: String.Encoding
    private let markLength: Int

    private static let marks: [(mark: [UInt8], name: String, encoding: String.Encoding)] = [
        ([0xff, 0xfe, 0, 0], "UTF-32", .utf32LittleEndian), ([0, 0, 0xfe, 0xff], "UTF-32", .utf32BigEndian),
        ([0xff, 0xfe], "UTF-16", .utf16LittleEndian), ([0xfe, 0xff], "UTF-16", .utf16BigEndian),
    ]

    init?(_ bytes: [UInt8]) {
        if let found = WideEncoding.marks.first(where: { bytes.starts(with: $0.mark) }) {
            (name, encoding, markLength) = (found.name, found.encoding, found.mark.count)
        } else if let encoding = WideEncoding.unmarked(bytes.prefix(8192)) {
            (name, self.encoding, markLength) = ("UTF-16", encoding, 0)
        } else {
            return nil
        }
    }

    /// Most bytes at one of the two places are zero, and hardly any at the other.
    private static func unmarked(_ beginning: ArraySlice<UInt8>) -> String.Encoding? {
        var zeros = [0, 0]
        for (index, byte) in beginning.enumerated() where byte == 0 { zeros[index % 2] += 1 }
        let half = beginning.count / 2
        if half > 8, zeros[1] * 10 > half * 7, zeros[0] * 20 < half { return .utf16LittleEndian }
        if half > 8, zeros[0] * 10 > half * 7, zeros[1] * 20 < half { return .utf16BigEndian }
        return nil
    }

    /// Nil where half a character is missing.
    func decoded(_ bytes: [UInt8]) -> String? { String(bytes: bytes[markLength...], encoding: encoding) }
}
