/// What the editor has painted over libedit's plain text, as the screen shows it: what need not be sent again.
struct Shown {
    /// The dim text behind the line.
    var suggestion = ""
    private var text: [Unicode.Scalar] = []
    /// Of each scalar, as SGR parameters.
    private var colours: [String] = []
    /// False once a key may have made libedit draw the line anew, in plain.
    private var isCertain = true

    /// Keys after which libedit draws everything anew: Tab, ^L, ^R.
    private static let redrawing: Set<UInt32> = [0x09, 0x0C, 0x12]

    mutating func willHandle(_ key: Unicode.Scalar) {
        if Self.redrawing.contains(key.value) { isCertain = false }
    }

    /// The colours that the scalars of `next` have on the screen after libedit drew what changed; nil where nobody knows: libedit moves
    /// what stands behind a change, with its colours.
    func colours(under next: [Unicode.Scalar]) -> [String?] {
        guard isCertain else { return Array(repeating: nil, count: next.count) }
        let common = zip(text, next).prefix { $0 == $1 }.count
        let rest: String? = common == text.count ? "" : nil
        return colours[..<common].map(Optional.some) + Array(repeating: rest, count: next.count - common)
    }

    var isPlain: Bool { colours.allSatisfy(\.isEmpty) }

    mutating func note(_ text: [Unicode.Scalar], _ colours: [String]) {
        self.text = text
        self.colours = colours
        isCertain = true
    }

    mutating func doubt() { isCertain = false }
}
