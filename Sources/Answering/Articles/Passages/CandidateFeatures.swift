import Facts
import Foundation
import Lexicon

/// What the model is told of a candidate: named numbers.
struct FeatureList {
    typealias Item = (name: String, value: Double)

    /// What the candidates of a passage share.
    private let shared: [Item]
    private(set) var own: [Item] = []
    var items: [Item] { shared + own }

    init(after shared: [Item] = []) { self.shared = shared }

    mutating func add(_ name: String, _ value: Double = 1) { if value != 0 { own.append((name, value)) } }
    mutating func add(_ name: String, _ value: Bool) { if value { own.append((name, 1)) } }
}

/// Describes candidates: how well the passage meets the question, what the candidate is, where it stands, what is said of it.
struct CandidateFeatures {
    let engine: Engine
    let soft: SoftMatcher
    let question: PassageQuestion
    let passages: [Passage]
    let weights: [Double]
    private let terms: [QuestionTerm]
    /// By passage and term: which words of the sentence say the term.
    private let places: [[[Int]]]
    private let mainVerb: QuestionTerm?
    /// What the facts that candidates stand in say of the question.
    private let sayings: [ObjectIdentifier: Saying]
    /// Of the question's words that aren't names, how surely a base form is one of them; and all words of it, names apart.
    private let askedForms: [FormID: Double]
    private let askedWords: Set<String>
    /// By passage: what all its candidates share.
    private(set) var shared: [[FeatureList.Item]] = []

    /// How well a fact says the terms of the question: its predicate, and each of its arguments.
    private struct Saying {
        var predicate: [Double]
        var arguments: [[Double]]

        init(_ fact: FactView, _ terms: [QuestionTerm], _ soft: SoftMatcher) {
            let words = soft.matcher.meanings.forms.words(of: fact.fact.predicate)
            predicate = terms.map { soft.match($0, in: words) }
            arguments = fact.arguments.map { argument in terms.map { soft.match($0, in: argument) } }
        }
    }

    init(engine: Engine, soft: SoftMatcher, question: PassageQuestion, found: PassageRetrieval.Result, candidates: [AnswerCandidate]) {
        self.engine = engine
        self.soft = soft
        self.question = question
        passages = found.passages
        weights = found.weights
        let terms = question.terms
        self.terms = terms
        let mainVerb = question.mainVerb(engine.meanings)
        self.mainVerb = mainVerb
        let asked = terms + [mainVerb].compactMap { $0 }
        sayings = candidates.compactMap(\.fact).reduce(into: [:]) { known, fact in
            let key = ObjectIdentifier(fact)
            if known[key] == nil { known[key] = Saying(fact, asked, soft) }
        }
        places = passages.map { passage in
            zip(terms, passage.met).map { $1 < 0.4 ? [] : Self.places(of: $0, met: $1, in: passage.view, soft) }
        }
        let rest = question.rest.terms
        askedForms = rest.filter { !$0.isName }.reduce(into: [:]) { $0.merge($1.forms, uniquingKeysWith: max) }
        askedWords = Set(rest.flatMap { term in term.isName ? term.names.flatMap { $0.split(separator: " ").map(String.init) } : [term.text] })
        shared = passages.indices.map { features(ofPassage: $0).own }
    }

    private static func places(of term: QuestionTerm, met: Double, in view: SentenceView, _ soft: SoftMatcher) -> [Int] {
        if term.isName {
            let parts = Set(term.names.flatMap { $0.split(separator: " ").map(String.init) })
            return view.words.indices.filter { parts.contains(view.words[$0].text) }
        }
        return view.words.indices.filter { soft.match(term, in: [view.words[$0]]) >= 0.95 * met }
    }

    func features(of candidate: AnswerCandidate) -> FeatureList {
        var list = FeatureList(after: shared[candidate.passage])
        let asked = question.asked.rawValue
        addSaid(candidate, &list)
        addNewness(candidate, &list)
        addKind(candidate, asked, &list)
        addPlace(candidate, asked, &list)
        addShape(candidate, asked, &list)
        return list
    }

    private func features(ofPassage index: Int) -> FeatureList {
        var list = FeatureList()
        let passage = passages[index]
        list.add("passage", passage.score)
        list.add("coverage", passage.coverage)
        list.add("relation", passage.relation(terms, weights))
        list.add("behind", passages[0].score - passage.score)
        list.add("first", index == 0)
        let worst = zip(passage.met, weights).map { (1 - $0) * $1 }.max() ?? 0
        list.add("missing", worst)
        let names = zip(terms, passage.met).filter { $0.0.isName }
        list.add("name missing", names.contains { $0.1 < 0.5 })
        if let mainVerb, let place = terms.firstIndex(of: mainVerb) {
            list.add("main verb", passage.met[place])
            list.add("main verb missing", passage.met[place] < 0.3)
            list.add("\(question.asked.rawValue)|main verb missing", passage.met[place] < 0.3)
        } else {
            list.add("no main verb")
        }
        list.add("needed missing", zip(terms, passage.met).contains { $0.1 < 0.5 && isNeeded($0.0) })
        list.add("number missing", zip(terms, passage.met).contains { $0.0.kind == .number && $0.1 < 0.5 })
        return list
    }

    /// A word that tells things apart, or what a person is.
    private func isNeeded(_ term: QuestionTerm) -> Bool {
        !term.isName && term.weight >= 1
            && (engine.meanings.isDistinguishing(term.text) || engine.meanings.firstNounClass(of: term.text).contains(.person))
    }

    /// How much of the question the candidate's own fact says, and how near to it the rest stands.
    private func addSaid(_ candidate: AnswerCandidate, _ list: inout FeatureList) {
        guard let fact = candidate.fact, let saying = sayings[ObjectIdentifier(fact)] else { return list.add("no fact") }
        let others = zip(fact.arguments, saying.arguments).filter { $0.0 !== candidate.argument && $0.0 !== candidate.whole }.map(\.1)
        var said = 0.0, verb = 0.0
        for (index, term) in terms.enumerated() {
            let inPredicate = saying.predicate[index]
            said += weights[index] * max(inPredicate, others.map { $0[index] }.max() ?? 0)
            if !term.isName { verb = max(verb, inPredicate) }
        }
        list.add("said", said)
        list.add("verb", verb)
        if mainVerb != nil {
            let inFact = max(saying.predicate[terms.count], saying.arguments.map { $0[terms.count] }.max() ?? 0)
            list.add("main verb said", inFact)
            list.add("\(question.asked.rawValue)|main verb said", inFact)
        }
        list.add("verb exact", verb >= 0.99)
        list.add("negative", fact.fact.polarity == .negative)
        list.add("rule|" + fact.fact.rule)
        list.add("nearness", nearness(candidate))
    }

    private func nearness(_ candidate: AnswerCandidate) -> Double {
        guard let span = wordRange(candidate) else { return 0 }
        var sum = 0.0
        for (index, places) in places[candidate.passage].enumerated() where !places.isEmpty {
            let steps = places.map { span.contains($0) ? 0 : min(abs($0 - span.lowerBound), abs($0 - span.upperBound + 1)) }.min() ?? 0
            sum += weights[index] * passages[candidate.passage].met[index] * exp(-Double(steps) / 5)
        }
        return sum
    }

    private func wordRange(_ candidate: AnswerCandidate) -> Range<Int>? {
        let view = passages[candidate.passage].view
        if let span = candidate.span {
            let start = span.start - view.sentence.span.start, end = span.end - view.sentence.span.start
            guard let first = view.words.firstIndex(where: { $0.span.end > start }) else { return nil }
            let last = view.words.lastIndex { $0.span.start < end } ?? first
            return first..<max(first, last) + 1
        }
        let words = (candidate.time.map { engine.forms.words(of: $0.text) } ?? candidate.words).map(\.text)
        guard !words.isEmpty else { return nil }
        let first = view.words.indices.first { view.words[$0].text == words[0] && view.words[$0...].prefix(words.count).map(\.text) == words }
        return first.map { $0..<$0 + words.count }
    }

    /// An answer says something that the question doesn't.
    private func addNewness(_ candidate: AnswerCandidate, _ list: inout FeatureList) {
        let words = candidate.words.filter { !$0.isFunctionWord }
        let repeated = words.filter { word in
            askedWords.contains(word.text) || word.forms.contains { (askedForms[$0] ?? 0) >= 0.99 }
        }.count
        let share = words.isEmpty ? 1 : Double(repeated) / Double(words.count)
        list.add("repeats", share)
        list.add("repeats all", share >= 0.99)
        list.add("length", Double(min(words.count, 14)) / 14)
        let isNamed = candidate.argument.map { argument in question.rest.terms.contains { $0.isName && soft.match($0, in: argument) >= 0.9 } } ?? false
        list.add("names it", isNamed)
    }

    private func addKind(_ candidate: AnswerCandidate, _ asked: String, _ list: inout FeatureList) {
        let type = candidate.source == .time ? "time" : candidate.argument?.argument.type?.rawValue ?? "none"
        list.add("\(asked)|type|\(type)")
        list.add("\(asked)|source|\(candidate.source.rawValue)")
        let words = candidate.words
        let hasNumber = words.contains { $0.isNumeral || engine.meanings.isNumeral($0.text) }
        list.add("\(asked)|number", hasNumber)
        list.add("\(asked)|capital", candidate.text.hasCapital)
        list.add("\(asked)|capital first", candidate.text.first?.isUppercase ?? false)
        guard let argument = candidate.argument else { return }
        if question.asked == .who { list.add("who|person", engine.picker.suits(argument, .person, guessing: false)) }
        if question.asked == .when, candidate.source == .argument { list.add("when|quantity", argument.argument.quantity != nil) }
        if question.asked == .place { list.add("where|place", PlaceStrategy(engine: engine).placeScore(argument)) }
        addFocus(candidate, argument, words, asked, hasNumber, &list)
        let noun = engine.meanings.firstNounClass(of: argument.argument.head.lowercased())
        for (name, kind) in Self.nounClasses where noun.contains(kind) { list.add("\(asked)|noun|\(name)") }
    }

    private func addFocus(_ candidate: AnswerCandidate, _ argument: ArgumentView, _ words: [FormedWord], _ asked: String, _ hasNumber: Bool,
                          _ list: inout FeatureList) {
        guard let head = question.focus.head else { return }
        let others = question.focus.terms.filter { $0 != head }
        let inHead = soft.match(head, in: engine.forms.words(of: argument.argument.head))
        list.add("\(asked)|focus head", inHead)
        list.add("\(asked)|focus", soft.match(head, in: argument))
        list.add("\(asked)|focus exact", engine.matcher.match(head, in: argument))
        if !others.isEmpty { list.add("\(asked)|focus rest", others.reduce(0) { $0 + soft.match($1, in: argument) } / Double(others.count)) }
        list.add("\(asked)|suits", engine.picker.suits(argument, question.query.wanted.kind, guessing: false))
        if hasNumber { list.add("\(asked)|counted", max(inHead, soft.match(head, in: words))) }
        if hasNumber, let whole = candidate.whole { list.add("\(asked)|counted around", soft.match(head, in: whole)) }
        list.add("\(asked)|only focus", words.count <= 2 && inHead >= 0.9 && !hasNumber)
    }

    private static let nounClasses: [(String, NounClass)] = [
        ("person", .person), ("group", .group), ("place", .place), ("event", .event), ("time", .time), ("quantity", .quantity), ("artifact", .artifact),
    ]

    private func addPlace(_ candidate: AnswerCandidate, _ asked: String, _ list: inout FeatureList) {
        if let whole = candidate.whole { list.add("\(asked)|inside|\(whole.argument.role.rawValue)") }
        guard candidate.source == .argument, let argument = candidate.argument?.argument else { return }
        list.add("\(asked)|role|\(argument.role.rawValue)")
        if [.who, .what, .which].contains(question.asked) {
            list.add("\(question.isSubject ? "subject" : "object")|role|\(argument.role.rawValue)")
        }
        let preposition = argument.preposition.flatMap { PassageQuestionReader.prepositions.contains($0) ? $0 : nil } ?? ""
        list.add("\(asked)|preposition|\(preposition)")
        if let wanted = question.preposition { list.add(wanted == preposition ? "same preposition" : preposition.isEmpty ? "no preposition" : "other preposition") }
    }

    private func addShape(_ candidate: AnswerCandidate, _ asked: String, _ list: inout FeatureList) {
        let words = candidate.words
        list.add("refers back", candidate.argument.map { $0.refersBack && candidate.text == Wording.trimmed($0.argument.text) } ?? false)
        list.add("\(asked)|one word", words.count == 1)
        list.add("\(asked)|to", words.first?.text == "to")
        list.add("\(asked)|long", words.count > 8)
        let isMoney = candidate.text.namesCurrency
        if question.asksForMoney(engine) { list.add(isMoney ? "money for money" : "no money for money") } else { list.add("\(asked)|money", isMoney) }
        list.add("\(asked)|no noun", !words.contains { $0.isNumeral || $0.isCapitalised || engine.meanings.isNounForm($0.text) })
        if let adjective = question.adjective {
            let measure = Measure(adjective)
            list.add("\(asked)|measure", measure.find(in: candidate.text) != nil)
            list.add("\(adjective)|measure", measure.find(in: candidate.text) != nil)
        }
    }
}
