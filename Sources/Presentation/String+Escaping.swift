extension String {
    /// The text with other words for some of its scalars: a quotation mark that carries an accent is still a quotation mark.
    /// - Parameter replacement: nil for a scalar that stays.
    public func escaping(_ replacement: (Unicode.Scalar) -> String?) -> String {
        guard unicodeScalars.contains(where: { replacement($0) != nil }) else { return self }
        var output = ""
        for scalar in unicodeScalars {
            if let other = replacement(scalar) { output += other } else { output.unicodeScalars.append(scalar) }
        }
        return output
    }
}

/// Text inside XML 1.0 and HTML, in elements and in quoted attributes.
public enum XMLText {
    /// Characters that XML cannot hold in any form are shown as `\u001B`, as everywhere; others that could mislead a terminal or be taken
    /// for white space are written as references.
    public static func escaped(_ text: String) -> String {
        text.escaping { scalar in
            switch scalar {
            case "&": return "&amp;"
            case "<": return "&lt;"
            case ">": return "&gt;"
            case "\"": return "&quot;"
            case "\t", "\n", "\r": return "&#\(scalar.value);"
            default:
                if isForbidden(scalar) { return SafeText.escape(scalar) }
                return SafeText.isHostile(scalar) ? "&#\(scalar.value);" : nil
            }
        }
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
