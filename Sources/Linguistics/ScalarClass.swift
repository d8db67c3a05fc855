/// What a scalar is to the tokeniser; ASCII by comparison, the rest by Unicode's properties.
enum ScalarClass {
    static func isSpace(_ s: Unicode.Scalar) -> Bool {
        s.value <= 0x20 || s.value == 0x7F || s.value >= 0x80 && (s.properties.isWhitespace || s.value == 0xFEFF || s.value == 0x200B)
    }

    static func isDigit(_ s: Unicode.Scalar) -> Bool {
        s.value < 0x80 ? (0x30...0x39).contains(s.value) : s.properties.numericType == .decimal
    }

    static func isLetter(_ s: Unicode.Scalar) -> Bool {
        s.value < 0x80 ? isUpper(s) || isLower(s) : s.properties.isAlphabetic
    }

    static func isUpper(_ s: Unicode.Scalar) -> Bool {
        s.value < 0x80 ? (0x41...0x5A).contains(s.value) : s.properties.isUppercase
    }

    static func isLower(_ s: Unicode.Scalar) -> Bool {
        s.value < 0x80 ? (0x61...0x7A).contains(s.value) : s.properties.isLowercase
    }

    /// Marks that end a piece of text and belong to no word.
    static func isTrailing(_ s: Unicode.Scalar) -> Bool {
        switch s {
        case ".", ",", ";", ":", "!", "?", ")", "]", "}", "\"", "'", "”", "’", "“", "»", "«", "%", "…", "|", "~", "。", "、", "）", "」", "】", "》",
             "$", "€", "£", "¥", "¢", ">": true
        default: false
        }
    }

    /// Emoji and other signs outside ASCII that are words of their own.
    static func isSymbol(_ s: Unicode.Scalar) -> Bool {
        guard s.value >= 0x80 else { return false }
        switch s.properties.generalCategory {
        case .otherSymbol, .mathSymbol, .currencySymbol, .otherPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
             .finalPunctuation, .dashPunctuation:
            return s != "’" && s != "°" && s != "·"
        default: return false
        }
    }

    /// Parts of one sign: joiners, variation selectors, skin tones.
    static func joins(_ s: Unicode.Scalar) -> Bool {
        s.value == 0x200D || (0xFE00...0xFE0F).contains(s.value) || (0x1F3FB...0x1F3FF).contains(s.value) || s.value == 0x20E3
    }
}
