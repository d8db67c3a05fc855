import Facts
import Lexicon

/// What else a word of a question can be in an article: its synonyms, the words made from it, and what it is the kind of.
final class WordMeanings {
    let forms: WordTable
    private let wordNet: WordNet
    private var formsByWord: [String: [FormID: Double]] = [:]
    private var kinds: [KindQuestion: Bool] = [:]
    private var mostlyVerbs: [String: Bool] = [:]
    private var nounForms: [String: Bool] = [:]
    private var nounsByVerb: [String: [String]] = [:]
    private var firstNounClasses: [String: NounClass] = [:]
    fileprivate var agentNounsByVerb: [String: Set<FormID>] = [:]
    /// Of the predicate asked for last: all sentences of a question are held against the same one.
    fileprivate var last: (predicate: PredicateClass, saying: SayingForms)?
    fileprivate var lastCertainties: PredicateCertainties?

    private struct KindQuestion: Hashable {
        var word: String, kind: String
    }

    /// How surely another word means the same.
    enum Certainty {
        static let same = 1.0
        static let derived = 0.85
        static let synonym = 0.8
        static let kind = 0.7
        static let derivedSynonym = 0.6
    }

    init(forms: WordTable) {
        self.forms = forms
        wordNet = forms.wordNet
    }

    /// The base forms that mean the word.
    func forms(of word: FormedWord) -> [FormID: Double] {
        if let known = formsByWord[word.text] { return known }
        var result: [FormID: Double] = [:]
        func add(_ form: FormID, _ certainty: Double) { result[form] = max(result[form] ?? 0, certainty) }
        for form in word.forms {
            add(form, Certainty.same)
            let lemma = forms.text(of: form)
            for part in [WordNet.Part.noun, .verb, .adjective, .adverb] {
                for synonym in wordNet.synonyms(of: lemma, part) where !synonym.utf8.contains(0x20) {
                    add(forms.number(of: synonym), Certainty.synonym)
                }
                for derived in wordNet.derived(from: lemma, part) { add(forms.number(of: derived.lemma), Certainty.derived) }
            }
        }
        formsByWord[word.text] = result
        return result
    }

    /// Whether a word names a kind of another: ("missile", "weapon").
    func isKind(_ word: String, of kind: String) -> Bool {
        let question = KindQuestion(word: word, kind: kind)
        if let known = kinds[question] { return known }
        let answer = wordNet.isKind(word, of: kind)
        kinds[question] = answer
        return answer
    }

    /// Whether what a verb says is a way of doing what another says: ("finalize", "complete").
    func isWay(_ verb: String, of other: String) -> Bool {
        let question = KindQuestion(word: verb, kind: "to " + other)
        if let known = kinds[question] { return known }
        let answer = verb != other && !Self.light.contains(other) && wordNet.isKind(verb, of: other, .verb)
        kinds[question] = answer
        return answer
    }

    func isCommonWord(_ word: String) -> Bool { !wordNet.parts(of: word).isEmpty || !forms.forms(of: word).dropFirst().isEmpty }

    func isVerbOnly(_ word: String) -> Bool {
        let lemmas = wordNet.lemmas(of: word, .verb)
        return !lemmas.isEmpty && wordNet.lemmas(of: word, .noun).isEmpty && wordNet.lemmas(of: word, .adjective).isEmpty
    }

    /// Whether a written form is a verb's more often than a noun's or adjective's.
    func isMostlyVerb(_ word: String) -> Bool {
        if let known = mostlyVerbs[word] { return known }
        let isVerb = isVerbMoreOften(word)
        mostlyVerbs[word] = isVerb
        return isVerb
    }

    private func isVerbMoreOften(_ word: String) -> Bool {
        if word == "born" { return true }
        func frequency(_ part: WordNet.Part) -> Int { wordNet.lemmas(of: word, part).compactMap { wordNet.frequency(of: $0, as: part) }.max() ?? -1 }
        let verb = frequency(.verb)
        return verb >= 0 && verb >= frequency(.noun) && verb >= frequency(.adjective)
    }

    func isNoun(_ lemma: String) -> Bool { wordNet.parts(of: lemma).contains(.noun) }

    /// Whether a written form can be a noun's, singular or plural.
    func isNounForm(_ word: String) -> Bool {
        if let known = nounForms[word] { return known }
        let isNoun = isNoun(forms.singular(word))
        nounForms[word] = isNoun
        return isNoun
    }

    /// A form of a verb that says little by itself: "made".
    func isLight(_ word: FormedWord) -> Bool { word.forms.contains { Self.light.contains(forms.text(of: $0)) } }
    private static let light: Set<String> = ["make", "take", "give", "do", "have", "get", "go", "come", "become", "put", "set", "be", "act",
                                             "move", "change", "think", "tell"]

    func isNumeral(_ word: String) -> Bool { Self.numerals.contains(word) }

    /// Nouns made from a verb: "occupation" and "occupier" from "occupy".
    func derivedNouns(of verb: String) -> [String] {
        if let known = nounsByVerb[verb] { return known }
        let found = wordNet.derived(from: verb, .verb).filter { $0.part == .noun }.map(\.lemma)
        nounsByVerb[verb] = found
        return found
    }

    /// Verbs that a noun is made from: "command" from "commander".
    func verbs(of noun: String) -> [String] { wordNet.derived(from: noun, .noun).filter { $0.part == .verb }.map(\.lemma) }

    func nounClass(of lemma: String) -> NounClass { wordNet.nounClass(of: lemma) }

    func firstNounClass(of lemma: String) -> NounClass {
        if let known = firstNounClasses[lemma] { return known }
        let found = wordNet.firstNounClass(of: lemma)
        firstNounClasses[lemma] = found
        return found
    }

    func antonyms(of lemma: String) -> [String] { WordNet.Part.allCases.flatMap { wordNet.antonyms(of: lemma, $0) } }

    private static let numerals: Set<String> = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "first", "second", "third",
            "fourth",
        "fifth", "dozens", "hundreds", "thousands",
    ]
}

extension WordMeanings {
    /// Nouns for whoever does what the predicate says: "head" and "leader" for "lead".
    func agentNouns(of predicate: PredicateClass) -> Set<FormID> {
        if let known = agentNounsByVerb[predicate.verb] { return known }
        var result: Set<FormID> = []
        for (lemma, certainty) in predicate.lemmas where certainty >= 0.9 {
            for noun in derivedNouns(of: lemma) where firstNounClass(of: noun).contains(.person) { result.insert(forms.number(of: noun)) }
            if ["head", "coach", "captain", "chair"].contains(lemma) { result.insert(forms.number(of: lemma)) }
        }
        agentNounsByVerb[predicate.verb] = result
        return result
    }

    /// The base forms by which a sentence can say a predicate: its verbs, and at a discount the nouns made from them.
    struct SayingForms {
        var certainties: [FormID: Double] = [:]
        fileprivate(set) var all = FormSet([])

        mutating func add(_ form: FormID, _ certainty: Double) {
            certainties[form] = max(certainties[form] ?? 0, certainty)
            all.insert(form)
        }
    }

    func predicateForms(_ predicate: PredicateClass) -> SayingForms {
        if let last, last.predicate == predicate { return last.saying }
        var result = SayingForms()
        for (lemma, certainty) in predicate.lemmas {
            let verb = lemma.split(separator: " ").first.map(String.init) ?? lemma
            result.add(forms.number(of: verb), certainty)
            for noun in derivedNouns(of: verb) { result.add(forms.number(of: noun), certainty * Certainty.derived) }
        }
        last = (predicate, result)
        return result
    }

    /// How surely the predicates of facts are the one asked for.
    func certainties(of predicate: PredicateClass) -> PredicateCertainties {
        if let lastCertainties, lastCertainties.predicate == predicate { return lastCertainties }
        let certainties = PredicateCertainties(predicate: predicate, forms: forms)
        lastCertainties = certainties
        return certainties
    }
}

/// How surely facts have a predicate, each way of telling them looked at once.
final class PredicateCertainties {
    fileprivate let predicate: PredicateClass
    private let forms: WordTable
    private var known: [FormID: Double] = [:]

    fileprivate init(predicate: PredicateClass, forms: WordTable) {
        self.predicate = predicate
        self.forms = forms
    }

    /// - Parameter told: the predicate of a fact.
    func certainty(of told: FormID, relation: String?) -> Double {
        let certainty = known[told] ?? look(up: told)
        return certainty > 0 ? certainty : predicate.certainty(ofRelation: relation)
    }

    private func look(up told: FormID) -> Double {
        let certainty = predicate.certainty(of: forms.text(of: told), relation: nil)
        known[told] = certainty
        return certainty
    }
}

extension WordMeanings {
    /// Words that tell one of several apart, so that a description without them is another thing's: "first wife", "deputy minister".
    func isDistinguishing(_ word: String) -> Bool { Self.distinguishing.contains(word) }

    private static let distinguishing: Set<String> = [
        "first", "second", "third", "fourth", "last", "next", "former", "deputy", "vice", "acting", "new", "old", "future", "previous",
            "largest",
        "smallest", "longest", "shortest", "oldest", "youngest", "highest", "lowest", "deepest", "top", "best", "worst", "only", "late",
            "male",
        "female", "northern", "southern", "eastern", "western",
    ]
}
