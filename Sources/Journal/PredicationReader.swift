import FactStore
import Facts
import Lexicon
import Questions

/// Reads one predication of the pattern language, as a fact to assert or as a pattern of facts to retract.
struct PredicationReader {
    private let text: String

    init(_ text: String) { self.text = text }

    /// A fact has no variables: every argument is said.
    func assertion() throws(Diagnostic) -> AssertedFact {
        let atom = try atom()
        var places: [AssertedFact.Place] = []
        var end = 0
        for (index, place) in atom.places.enumerated() {
            let role = place.role ?? Self.role(at: index, of: atom.relation)
            guard let argument = Self.argument(place.term) else { throw whole("A fact says all of its arguments: variables stand for none") }
            let span = span(of: argument.text, from: end)
            end = span.end
            places.append(AssertedFact.Place(role: role, text: argument.text, isName: argument.isName, quantity: argument.quantity, span: span))
        }
        if places.isEmpty { throw whole("A fact is about something: put a name into the brackets") }
        if case .variable? = atom.time { throw whole("A fact's time is a date or a range of dates") }
        let wording = FactWording(relation: atom.relation)
        return AssertedFact(words: text, clause: wording.clause(places, isNegative: atom.polarity == .negative), predicate: wording.predicate,
                            relation: wording.canonical, written: atom.relation, places: places, time: time(atom),
                            modality: atom.modality ?? .actual, polarity: atom.polarity,
                            source: atom.attribution.flatMap { Self.argument($0)?.text })
    }

    /// In a pattern variables and `_` stand for anything.
    func pattern() throws(Diagnostic) -> FactPattern {
        let atom = try atom()
        var places: [FactPattern.Place] = []
        for (index, place) in atom.places.enumerated() {
            guard let argument = Self.argument(place.term) else { continue }
            places.append(FactPattern.Place(role: place.role ?? Self.role(at: index, of: atom.relation), text: argument.text))
        }
        var days: Range<Day>?
        if case .during(let range)? = atom.time {
            days = (range.start ?? Day(number: .min / 2))..<(range.end ?? Day(number: .max / 2))
        }
        return FactPattern(relation: atom.relation, places: places, days: days, modality: atom.modality, polarity: atom.polarity)
    }

    private func atom() throws(Diagnostic) -> Atom {
        let query = try PatternLanguage.parse(text)
        guard query.targets.isEmpty, query.order.isEmpty, query.limit == nil, case .atom(let atom) = query.body else {
            throw whole("This takes one predication of the pattern language")
        }
        return atom
    }

    private func whole(_ message: String) -> Diagnostic {
        Diagnostic(span: Span(0, text.unicodeScalars.count), message: message,
                   suggestions: ["command(Ann Lee, Harbour Fleet) @ 2020..", "hold-office(Ann Lee, attribute: \"mayor\", patient: Oslo) @ 2019..2023"])
    }

    /// Subject and object; what something is stands in the attribute.
    private static func role(at index: Int, of relation: String) -> Role {
        switch index {
        case 0: .agent
        case 1: FactWording(relation: relation).secondRole
        default: .topic
        }
    }

    private static func argument(_ term: Term) -> (text: String, isName: Bool, quantity: Quantity?)? {
        switch term {
        case .name(let name): (name, true, nil)
        case .phrase(let words): (words, false, nil)
        case .quantity(let quantity): (numberText(quantity), false, quantity)
        case .date, .variable, .anything: nil
        }
    }

    private static func numberText(_ quantity: Quantity) -> String {
        let value = quantity.value == quantity.value.rounded() && quantity.value.magnitude < 1e15 ? String(Int(quantity.value)) : String(quantity.value)
        return quantity.unit.isEmpty ? value : "\(value) \(quantity.unit)"
    }

    /// Where the words stand; all of the text where they are written otherwise.
    private func span(of words: String, from start: Int) -> Span {
        let all = Array(text.unicodeScalars), sought = Array(words.unicodeScalars)
        var index = start
        while index + sought.count <= all.count {
            if all[index..<index + sought.count].elementsEqual(sought) { return Span(index, index + sought.count) }
            index += 1
        }
        return Span(0, all.count)
    }

    private func time(_ atom: Atom) -> ValidTime? {
        guard case .during(let range)? = atom.time else { return nil }
        let written = text.split(separator: "@").last.map { String($0.prefix { $0 != "[" }).trimmingBlanks } ?? ""
        return ValidTime(start: range.start.map { .day($0) } ?? .open, end: range.end.map { .day($0) } ?? .open,
                         precision: Self.precision(written), text: written, origin: .stated, value: written.contains("..") ? "" : written)
    }

    private static func precision(_ written: String) -> ValidTime.Precision {
        if written.contains("..") { return .span }
        switch written.split(separator: "-").count {
        case 1: return .year
        case 2: return .month
        default: return .day
        }
    }
}
