import Lexicon

/// The forms in which a verb stands in a sentence.
enum VerbForms {
    /// "commands", "commanded"; "meets", "met"; "stops", "stopped". The past is left out where its spelling hangs on the stress: "commit".
    static func inflected(_ verb: String) -> [String] {
        let irregular = IrregularVerbs.forms(of: verb)
        return [thirdPerson(verb)] + (irregular.isEmpty ? [past(verb)].compactMap { $0 } : irregular)
    }

    private static func thirdPerson(_ verb: String) -> String {
        if ["s", "x", "z", "ch", "sh", "o"].contains(where: verb.hasSuffix) { return verb + "es" }
        return endsInConsonantAndY(verb) ? verb.dropLast() + "ies" : verb + "s"
    }

    private static func past(_ verb: String) -> String? {
        if verb.hasSuffix("e") { return verb + "d" }
        if endsInShortSyllable(verb) {
            let isOneSyllable = verb.filter { "aeiouy".contains($0) }.count == 1
            return isOneSyllable ? verb + String(verb.suffix(1)) + "ed" : nil
        }
        return endsInConsonantAndY(verb) ? verb.dropLast() + "ied" : verb + "ed"
    }

    /// One vowel and one consonant at the end.
    private static func endsInShortSyllable(_ verb: String) -> Bool {
        let isVowel = verb.suffix(3).map { "aeiou".contains($0) }
        return isVowel == [false, true, false] && !"wxy".contains(verb.last ?? "w")
    }

    private static func endsInConsonantAndY(_ verb: String) -> Bool {
        verb.hasSuffix("y") && !(verb.dropLast().last.map { "aeiou".contains($0) } ?? true)
    }
}
