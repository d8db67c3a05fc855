/// Which forms a written verb can be, by the rules of spelling and short lists of the irregular ones.
enum VerbInflection {
    private static let unchanged = Set(
        wordList(
            """
            put set cut hit read let cost hurt shut spread burst cast quit bet split rid shed broadcast forecast upset
            """))
    private static let pastAsBase = Set(wordList("beat bid"))
    private static let pastOnly = Set(
        wordList(
            """
            took gave wrote saw knew went began fell flew rose drove spoke broke chose ate swam sang drank wore tore bore swore
            froze stole shook rode drew grew threw blew woke forgave forgot hid undertook overtook overthrew withdrew sank rang
            sprang shrank arose mistook underwent overcame came became ran
            """))
    private static let participleOnly = Set(
        wordList(
            """
            taken given written seen known gone begun fallen flown risen driven spoken broken chosen eaten swum sung drunk worn torn
            borne born sworn frozen stolen shaken ridden drawn grown thrown blown woken forgiven forgotten hidden undertaken
            overtaken overthrown withdrawn sunk rung sprung shrunk arisen mistaken undergone shown proven sewn sown bitten beaten
            """))
    /// Base forms that are participles too: "has become", "has come", "has run".
    private static let participleAsBase = Set(wordList("come become run overcome"))

    /// - Parameter lemma: the base form, which `form` is known to belong to.
    static func forms(of form: String, lemma: String) -> VerbForms {
        if form == lemma {
            if unchanged.contains(form) { return [.base, .past, .participle] }
            if pastAsBase.contains(form) { return [.base, .past] }
            return participleAsBase.contains(form) ? [.base, .participle] : [.base]
        }
        if form.hasSuffix("ing") { return [.ing] }
        if pastOnly.contains(form) { return [.past] }
        if participleOnly.contains(form) { return [.participle] }
        if form.hasSuffix("s"), !form.hasSuffix("ss") { return [.thirdPerson] }
        return [.past, .participle]
    }

    /// The base form of a verb that no dictionary has: "googled" is google, "tweeting" is tweet.
    static func guessedLemma(of form: String) -> String {
        for (ending, replacement) in [("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", "")]
        where form.hasSuffix(ending) && form.utf8.count > ending.utf8.count + 2 {
            return form.dropLast(ending.count) + replacement
        }
        return form
    }

    /// The singular of a noun that no dictionary has.
    static func singular(of form: String) -> String {
        form.utf8.count > 3 && form.hasSuffix("s") && !form.hasSuffix("ss") && !form.hasSuffix("us") && !form.hasSuffix("is")
            ? String(form.dropLast()) : form
    }
}
