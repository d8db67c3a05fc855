/// Makes random questions together with the reading that they must have, from a small grammar of its own.
///
/// Only unambiguous words are used, and a phrase that another place could claim stands only where the nearest noun or the verb
/// takes it, so that each question has one expected reading.
struct QuestionGenerator {
    struct Piece {
        var text: String
        var tree: String
    }

    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    private mutating func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[next(elements.count)] }

    // MARK: - Words

    private let names = ["Norland", "Ostmark", "Veldria", "Karst", "Bryn", "Tolvik"]
    private let nouns = [
        ("minister", "ministers"), ("bridge", "bridges"), ("treaty", "treaties"), ("village", "villages"), ("captain", "captains"),
        ("museum", "museums"), ("company", "companies"), ("harbour", "harbours"),
    ]
    private let adjectives = ["old", "famous", "public", "rich", "wooden"]
    private let superlatives = [("largest", "large"), ("oldest", "old"), ("richest", "rich")]
    /// Third person, past, participle, base.
    private let verbs = [
        ("visits", "visited", "visited", "visit"), ("destroys", "destroyed", "destroyed", "destroy"),
        ("signs", "signed", "signed", "sign"),
        ("owns", "owned", "owned", "own"), ("builds", "built", "built", "build"), ("praises", "praised", "praised", "praise"),
    ]
    private let places = ["in", "near"]
    private let times = ["in 1998", "last year", "in March 2005", "before 1950", "since 2010", "between 1990 and 2001"]

    // MARK: - Phrases

    private mutating func nounPhrase(depth: Int) -> Piece {
        switch next(depth > 0 ? 9 : 5) {
        case 0, 1:
            let name = pick(names)
            return Piece(text: name, tree: name)
        case 2:
            let noun = pick(nouns).0
            return Piece(text: "the \(noun)", tree: "[the \(noun)]")
        case 3:
            let (noun, adjective) = (pick(nouns).0, pick(adjectives))
            return Piece(text: "the \(adjective) \(noun)", tree: "[the <\(adjective)> \(noun)]")
        case 4:
            let ((noun, _), (form, lemma)) = (pick(nouns), pick(superlatives))
            return Piece(text: "the \(form) \(noun)", tree: "[the <\(lemma)++> \(noun)]")
        case 5:
            let (noun, inner) = (pick(nouns), nounPhrase(depth: depth - 1))
            return Piece(text: "the \(noun.0) of \(inner.text)", tree: "[the \(noun.0) (of \(inner.tree))]")
        case 6:
            let (name, noun) = (pick(names), pick(nouns).0)
            return Piece(text: "\(name)'s \(noun)", tree: "[\(name)'s \(noun)]")
        case 7:
            let count = next(8) + 2
            let (singular, plural) = pick(nouns)
            return Piece(text: "\(count) \(plural)", tree: "[\(count) \(singular)*]")
        default:
            let (noun, verb, object) = (pick(nouns).0, pick(verbs), nounPhrase(depth: depth - 1))
            return Piece(
                text: "the \(noun) that \(verb.1) \(object.text)",
                tree: "[the \(noun) that: (\(verb.3).past subj: _ obj: \(object.tree))]")
        }
    }

    /// What follows the object: nothing or a time. A place or time after a clause would belong to that clause.
    private mutating func tail(after object: Piece) -> Piece {
        guard next(3) == 0, !object.tree.contains("that:") else { return Piece(text: "", tree: "") }
        let time = pick(times)
        return Piece(text: " \(time)", tree: " @[\(time)]")
    }

    private mutating func whPhrase() -> Piece {
        switch next(4) {
        case 0: return Piece(text: "who", tree: "?who")
        case 1: return Piece(text: "what", tree: "?what")
        case 2:
            let (singular, plural) = pick(nouns)
            return Piece(text: "which \(plural)", tree: "[?which \(singular)*]")
        default:
            let (singular, plural) = pick(nouns)
            return Piece(text: "how many \(plural)", tree: "[?howMany \(singular)*]")
        }
    }

    // MARK: - Questions

    mutating func question() -> Piece {
        switch next(9) {
        case 0: return subjectQuestion()
        case 1: return objectQuestion()
        case 2: return yesNoQuestion()
        case 3: return passiveQuestion()
        case 4: return adverbQuestion()
        case 5: return copulaQuestion()
        case 6: return prepositionQuestion()
        case 7: return existentialQuestion()
        default: return listCommand()
        }
    }

    private mutating func subjectQuestion() -> Piece {
        let (wh, verb, object) = (whPhrase(), pick(verbs), nounPhrase(depth: 2))
        let rest = tail(after: object)
        return Piece(
            text: "\(wh.text) \(verb.1) \(object.text)\(rest.text)?",
            tree: "(wh (\(verb.3).past subj: \(wh.tree) obj: \(object.tree)\(rest.tree)))")
    }

    private mutating func objectQuestion() -> Piece {
        let (wh, verb, subject) = (whPhrase(), pick(verbs), nounPhrase(depth: 1))
        let rest = tail(after: Piece(text: "", tree: ""))
        let (auxiliary, tense) = pick([("did", ".past"), ("will", ".future"), ("should", "")])
        let lemma = auxiliary == "should" ? "should~\(verb.3)" : verb.3
        return Piece(
            text: "\(wh.text) \(auxiliary) \(subject.text) \(verb.3)\(rest.text)?",
            tree: "(wh (\(lemma)\(tense) subj: \(subject.tree) obj: \(wh.tree)\(rest.tree)))")
    }

    private mutating func yesNoQuestion() -> Piece {
        let (verb, subject, object) = (pick(verbs), nounPhrase(depth: 1), nounPhrase(depth: 1))
        let rest = tail(after: object)
        return Piece(
            text: "did \(subject.text) \(verb.3) \(object.text)\(rest.text)?",
            tree: "(yesNo (\(verb.3).past subj: \(subject.tree) obj: \(object.tree)\(rest.tree)))")
    }

    private mutating func passiveQuestion() -> Piece {
        let (wh, verb, agent) = (whPhrase(), pick(verbs), nounPhrase(depth: 1))
        let were = wh.text.hasPrefix("which") || wh.text.hasPrefix("how") ? "were" : "was"
        let rest = tail(after: agent)
        return Piece(
            text: "\(wh.text) \(were) \(verb.2) by \(agent.text)\(rest.text)?",
            tree: "(wh (\(verb.3).past.passive subj: \(wh.tree) (by \(agent.tree))\(rest.tree)))")
    }

    private mutating func adverbQuestion() -> Piece {
        let (word, subject, verb, object) = (
            pick(["when", "where", "why", "how"]), nounPhrase(depth: 1), pick(verbs), nounPhrase(depth: 1)
        )
        return Piece(
            text: "\(word) did \(subject.text) \(verb.3) \(object.text)?",
            tree: "(wh (\(verb.3).past subj: \(subject.tree) obj: \(object.tree) ?\(word)))")
    }

    private mutating func copulaQuestion() -> Piece {
        let (wh, phrase) = (pick(["who", "what"]), nounPhrase(depth: 2))
        return Piece(text: "\(wh) is \(phrase.text)?", tree: "(wh (be subj: ?\(wh) comp: \(phrase.tree)))")
    }

    private mutating func prepositionQuestion() -> Piece {
        let (place, subject, verb) = (pick(places), nounPhrase(depth: 0), pick(verbs))
        let (noun, object) = (pick(nouns).0, pick(names))
        return Piece(
            text: "\(place) which \(noun) did \(subject.text) \(verb.3) \(object)?",
            tree: "(wh (\(verb.3).past subj: \(subject.tree) obj: \(object) (\(place) [?which \(noun)])))")
    }

    private mutating func existentialQuestion() -> Piece {
        let ((singular, plural), name) = (pick(nouns), pick(names))
        return Piece(text: "how many \(plural) are there in \(name)?", tree: "(wh (exist subj: [?howMany \(singular)*] (in \(name))))")
    }

    private mutating func listCommand() -> Piece {
        let ((singular, plural), verb, object) = (pick(nouns), pick(verbs), nounPhrase(depth: 1))
        return Piece(
            text: "list the \(plural) that \(verb.1) \(object.text)",
            tree: "(list [the \(singular)* that: (\(verb.3).past subj: _ obj: \(object.tree))])")
    }

    // MARK: - Damage

    /// A question with something wrong: letters swapped, words lost, doubled, shuffled or strange.
    mutating func damaged(_ text: String) -> String {
        var words = text.split(separator: " ").map(String.init)
        for _ in 0...next(3) {
            guard !words.isEmpty else { return "" }
            let index = next(words.count)
            switch next(7) {
            case 0: words.remove(at: index)
            case 1: words.insert(words[index], at: index)
            case 2: words.swapAt(index, next(words.count))
            case 3: words[index] = String(words[index].reversed())
            case 4:
                words.insert(
                    pick(["(", "”", "of the of", "\u{0}", "—", "🙂", "that that", "9999999999999999999999", "'s", "n't"]), at: index)
            case 5: words[index] = String(words[index].dropFirst())
            default: words.insert(pick(["the", "who", "and", "is", "not", "which", "did"]), at: index)
            }
        }
        return words.joined(separator: " ")
    }
}
