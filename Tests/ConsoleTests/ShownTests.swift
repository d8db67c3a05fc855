import Testing
@testable import Console

@Suite struct ShownTests {
    private func shown(_ text: String, _ colours: [String]) -> Shown {
        var shown = Shown()
        shown.note(Array(text.unicodeScalars), colours)
        return shown
    }

    @Test func whatFollowsTheLineIsPlain() {
        let known = shown("ab", ["31", ""]).colours(under: Array("abc".unicodeScalars))
        #expect(known == ["31", "", ""])
    }

    @Test func whatStandsBehindAChangeIsUnknown() {
        let known = shown("abc", ["31", "", "36"]).colours(under: Array("axbc".unicodeScalars))
        #expect(known == ["31", nil, nil, nil])
    }

    @Test func aKeyThatRedrawsMakesAllUnknown() {
        var shown = shown("ab", ["31", "31"])
        shown.willHandle("\u{0C}")
        #expect(shown.colours(under: Array("ab".unicodeScalars)) == [nil, nil])
    }
}
