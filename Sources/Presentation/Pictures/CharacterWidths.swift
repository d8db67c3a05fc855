/// How wide text can be, in thousandths of the font's size: of each letter the greater width of Helvetica (to whose measure Arial, Liberation
/// Sans and Nimbus Sans are made) and DejaVu Sans (as wide as Verdana). A viewer draws with the one that it has; no text gets wider than this.
public enum CharacterWidths {
    /// Of the scalars from space to tilde; from the fonts' metrics.
    private static let ascii: [Int] = [
        318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 337, 637, 637, 637, 637, 637, 637, 637, 637, 637, 637,
        337, 337, 838, 838, 838, 556, 1015, 685, 687, 722, 771, 667, 611, 778, 752, 295, 500, 667, 558, 863, 749, 788, 667, 788, 722, 667,
        611, 732, 685, 989, 686, 667, 686, 391, 337, 391, 838, 556, 500, 613, 635, 550, 635, 616, 353, 635, 634, 278, 278, 580, 278, 975,
        634, 612, 635, 635, 412, 521, 393, 634, 592, 818, 592, 592, 525, 637, 337, 637, 838,
    ]
    /// Punctuation that articles are full of.
    private static let others: [Unicode.Scalar: Int] = [
        "“": 519, "”": 519, "‘": 318, "’": 318, "–": 500, "—": 1000, "…": 1000, "→": 1000, "←": 1000, "×": 838,
    ]

    /// The width of a text at a font size, in the same unit; other letters are taken as wide as the widest of their kind.
    public static func width(of text: String, size: Double) -> Double {
        Double(text.unicodeScalars.reduce(0) { $0 + width(of: $1) }) * size / 1000
    }

    private static func width(of scalar: Unicode.Scalar) -> Int {
        let index = Int(scalar.value) - 0x20
        if ascii.indices.contains(index) { return ascii[index] }
        if let known = others[scalar] { return known }
        switch DisplayWidth.columns(of: scalar) {
        case 0: return 0
        case 1: return scalar.properties.isUppercase ? 800 : 680
        default: return 1000
        }
    }

    /// Lines that are no wider than `width`, broken at spaces, and inside a word only where it is wider than a line.
    public static func wrap(_ text: String, width limit: Double, size: Double) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ").map(String.init) {
            let longer = line.isEmpty ? word : line + " " + word
            if width(of: longer, size: size) <= limit {
                line = longer
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = ""
            for character in word {
                if !line.isEmpty, width(of: line + String(character), size: size) > limit {
                    lines.append(line)
                    line = ""
                }
                line.append(character)
            }
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines
    }
}
