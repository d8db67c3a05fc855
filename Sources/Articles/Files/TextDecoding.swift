/// Bytes of a text file as a string.
struct DecodedText: Hashable {
    var text: String
    /// What a reader should know: the encoding if it is not UTF-8.
    var note: String?

    /// Decodes UTF-8 and UTF-16 (by its mark); other text is taken for Windows-1252. Nil for what is no text.
    ///
    /// Line ends become LF. A NUL, which many tools take for the end of a text, becomes U+FFFD; all else stays as it is.
    init?(_ bytes: [UInt8]) {
        if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
            guard let text = DecodedText.utf16(bytes) else { return nil }
            self.text = DecodedText.withPlainLineEnds(text)
            note = "read as UTF-16"
            return
        }
        if DecodedText.looksBinary(bytes) { return nil }
        let body = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes[3...] : bytes[...]
        if let text = String(validating: body, as: UTF8.self) {
            self.text = DecodedText.withPlainLineEnds(text)
        } else {
            text = DecodedText.withPlainLineEnds(DecodedText.windows1252(body))
            note = "not UTF-8, read as Windows-1252"
        }
    }

    /// More than one byte in twenty of the beginning is a control character that no text has.
    private static func looksBinary(_ bytes: [UInt8]) -> Bool {
        let beginning = bytes.prefix(8192)
        let strange = beginning.count { $0 < 0x20 && $0 != 0x09 && $0 != 0x0a && $0 != 0x0c && $0 != 0x0d && $0 != 0x1b }
        return strange * 20 > beginning.count
    }

    private static func utf16(_ bytes: [UInt8]) -> String? {
        guard bytes.count % 2 == 0 else { return nil }
        let isLittle = bytes[0] == 0xff
        let units = stride(from: 2, to: bytes.count, by: 2).map { index in
            isLittle ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8 : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
        }
        return String(validating: units, as: UTF16.self)
    }

    /// The characters that Windows-1252 has in place of the control characters 0x80…0x9F; undefined ones are spaces.
    private static let windowsCharacters = Array("€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ".unicodeScalars)

    private static func windows1252(_ bytes: ArraySlice<UInt8>) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in bytes { scalars.append((0x80...0x9f).contains(byte) ? windowsCharacters[Int(byte) - 0x80] : Unicode.Scalar(byte)) }
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
