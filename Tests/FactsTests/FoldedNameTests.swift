import Facts
import Testing

@Suite struct FoldedNameTests {
    @Test(arguments: [
        ("U.S.", "us"), ("US", "us"), ("U. S.", "us"), ("The United States", "united states"), ("the", "the"),
        ("Condé–Müller", "conde muller"), ("Marsk’s", "marsks"), ("Marsk's", "marsks"), ("O’Brien", "obrien"),
        ("U.S.-Sarn Treaty", "us sarn treaty"), ("J.K. Vale", "jk vale"), ("J. K. Vale", "jk vale"),
        ("Vale & Sons, Ltd.", "vale and sons ltd"), ("Web 2.0", "web 2.0"), ("No. 10", "no 10"), ("Łódź", "lodz"),
        ("Straße", "strasse"), ("Nguyễn Văn", "nguyen van"), ("e\u{301}", "e"), ("毛澤東", "毛澤東"), ("ＡＢＣ", "abc"),
        ("Αθήνα", "αθήνα"), ("  Ovra \t Bridge ", "ovra bridge"), ("AT&T", "at and t"), ("C++", "c++"), ("", ""), ("—", ""),
    ])
    func folding(name: String, folded: String) { #expect(FoldedName(name).text == folded) }

    private static let parts = ["U.S.", "the", "Ovra", "J.", "K", "’", "-", " ", "Łódź", "2.0", "&",
                                "\u{301}", "毛", ",", "Müller", ".", "\u{0}", "Ⅷ", "😀"]

    /// Names of up to six parts in all mixtures that a fixed generator gives.
    private static func names(_ count: Int) -> [String] {
        var state: UInt64 = 42
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (0..<Int(state >> 61)).map { parts[Int((state >> (5 * UInt64($0) + 7)) % UInt64(parts.count))] }.joined()
        }
    }

    @Test func aFoldedNameFoldsToItself() {
        for name in FoldedNameTests.names(5000) {
            let once = FoldedName(name)
            #expect(FoldedName(once.text).text == once.text || once.text.hasPrefix("the "), "\(name)")
            #expect(!once.text.hasPrefix(" ") && !once.text.hasSuffix(" ") && !once.text.contains("  "))
        }
    }

    @Test func caseQuotesAndBlanksMakeNoDifference() {
        for name in FoldedNameTests.names(2000) {
            let other = " " + name.uppercased().replacing("’", with: "'") + " "
            guard !name.contains("ß") else { continue }
            #expect(FoldedName(other) == FoldedName(name), "\(name)")
        }
    }

    @Test func spansOfScalarTexts() {
        for text in ["", "plain", String(repeating: "añ😀e\u{301}", count: 100)] {
            let scalars = Array(text.unicodeScalars)
            let cut = ScalarText(text)
            #expect(cut.count == scalars.count)
            for start in stride(from: 0, through: scalars.count, by: 7) {
                for end in stride(from: start, through: scalars.count, by: 13) {
                    var expected = String.UnicodeScalarView()
                    expected.append(contentsOf: scalars[start..<end])
                    #expect(cut[Span(start, end)] == String(expected))
                }
            }
            #expect(cut[Span(0, scalars.count + 5)] == text)
        }
    }
}
