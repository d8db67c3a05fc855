/// Columns that text takes on a terminal: two for East Asian wide characters and emoji, none for combining marks.
public enum DisplayWidth {
    public static func columns(of text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + columns(of: $1) } }

    public static func columns(of scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return value < 0x20 || (0x7F...0x9F).contains(value) ? 0 : 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return isWide(value) ? 2 : 1
        }
    }

    /// Unicode Standard Annex #11, classes W and F, in whole blocks.
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x2E80...0x303E, 0x3041...0x33FF,
             0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
             0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
             0x1F900...0x1F9FF, 0x20000...0x3FFFD: true
        default: false
        }
    }
}

/// Lines of a given width.
public enum TextLayout {
    /// Breaks at spaces, and inside a word only when it is longer than a line. `width` is at least 8 columns.
    public static func wrap(_ text: String, width: Int, firstIndent: String = "", indent: String = "") -> [String] {
        let limit = max(8, width)
        var lines: [String] = []
        var line = firstIndent
        var used = DisplayWidth.columns(of: firstIndent)
        var atStart = true
        func turn() {
            lines.append(line)
            line = indent
            used = DisplayWidth.columns(of: indent)
            atStart = true
        }
        for word in text.split(separator: " ", omittingEmptySubsequences: true) {
            let columns = DisplayWidth.columns(of: String(word))
            if !atStart, used + 1 + columns > limit { turn() }
            if !atStart {
                line += " "
                used += 1
            }
            if used + columns <= limit {
                line += word
                used += columns
                atStart = false
            } else {
                for scalar in word.unicodeScalars {
                    let wide = DisplayWidth.columns(of: scalar)
                    if used + wide > limit { turn() }
                    line.unicodeScalars.append(scalar)
                    used += wide
                    atStart = false
                }
            }
        }
        if !atStart || lines.isEmpty { lines.append(line) }
        return lines
    }

    public static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - DisplayWidth.columns(of: text)))
    }
}
