/// Text of articles is hostile input to a terminal: control characters could move the cursor, change the title or hide words.
public enum SafeText {
    /// C0 and C1 controls, DEL, bidirectional formatting, line and paragraph separators. Line feeds are hostile too inside one
    /// cell of output; callers that lay out lines split at them first.
    public static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    /// The text with every hostile character shown as `\u001B` and the like; line feeds and tabs become spaces.
    public static func escaped(_ text: String) -> String {
        if !text.unicodeScalars.contains(where: isHostile) { return text }
        var output = ""
        for scalar in text.unicodeScalars {
            if scalar == "\n" || scalar == "\t" {
                output += " "
            } else if isHostile(scalar) {
                writeEscape(scalar, to: &output)
            } else {
                output.unicodeScalars.append(scalar)
            }
        }
        return output
    }

    /// Whole lines and columns of text: line feeds and tabs stay, every other hostile character is shown.
    public static func visible(_ text: String) -> String {
        if !text.unicodeScalars.contains(where: { isHostile($0) && $0 != "\n" && $0 != "\t" }) { return text }
        var output = ""
        for scalar in text.unicodeScalars {
            if isHostile(scalar), scalar != "\n", scalar != "\t" { writeEscape(scalar, to: &output) } else { output.unicodeScalars.append(scalar) }
        }
        return output
    }

    /// `\u001B` and the like.
    public static func escape(_ scalar: Unicode.Scalar) -> String {
        var output = ""
        writeEscape(scalar, to: &output)
        return output
    }

    static func writeEscape(_ scalar: Unicode.Scalar, to output: inout String) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
