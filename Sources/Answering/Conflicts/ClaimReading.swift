import Facts
import Lexicon

/// Reads the claims of a fact, by its relation, its arguments and its time.
struct ClaimReading {
    private let offices: SingleOffices
    private let gazetteer: Gazetteer
    private let published: (String) -> Day?
    private let name: (EntityID) -> String?

    /// - Parameters:
    ///   - published: the day of a document.
    ///   - name: by which an entity is shown.
    init(offices: SingleOffices, gazetteer: Gazetteer, published: @escaping (String) -> Day?, name: @escaping (EntityID) -> String?) {
        self.offices = offices
        self.gazetteer = gazetteer
        self.published = published
        self.name = name
    }

    // MARK: Rules

    func office(_ fact: Fact) -> [Claim] {
        guard fact.relation == "hold-office", fact.polarity == .positive, let person = fact.first(.agent), person.type == .person,
              let office = fact.first(.attribute), let owner = fact.first(.patient), owner.entity != nil,
              offices.isSingle(office.text, before: Self.wordsBefore(office.text, in: fact.evidence.quote)),
              let window = window(fact, around: 30) else { return [] }
        return [claim("office", [FoldedName(office.text).text, words(of: owner)], "\(office.text), \(shown(owner))", thing(person), window, fact)]
    }

    /// A day of birth, said or counted back from an age.
    func birth(_ fact: Fact) -> [Claim] {
        guard fact.polarity == .positive else { return [] }
        if fact.relation == "born", let person = fact.first(.patient) ?? fact.first(.agent), isNamed(person) {
            let title = "birth of \(shown(person))"
            var claims: [Claim] = []
            if let days = statedDays(fact) {
                claims.append(claim("birth", [key(person)], title, .days(days, text: wording(fact)), Self.always, fact))
            }
            if let place = place(of: fact) {
                claims.append(claim("birth-place", [key(person)], "\(title), where", value(place), Self.always, fact))
            }
            return claims
        }
        guard let person = fact.first(.agent), person.type == .person, isNamed(person), let age = age(fact),
              let days = birthDays(age, fact) else { return [] }
        let title = "birth of \(shown(person))"
        return [claim("birth", [key(person)], title, .days(days, text: "\(age) years old"), Self.always, fact)]
    }

    func death(_ fact: Fact) -> [Claim] {
        guard fact.relation == "die", fact.polarity == .positive, let person = fact.first(.agent), isNamed(person) else { return [] }
        let title = "death of \(shown(person))"
        var claims: [Claim] = []
        if let days = statedDays(fact) {
            claims.append(claim("death", [key(person)], title, .days(days, text: wording(fact)), Self.always, fact))
        }
        if let place = place(of: fact) {
            claims.append(claim("death-place", [key(person)], "\(title), where", value(place), Self.always, fact))
        }
        return claims
    }

    /// How many were killed, bought, met: the number in one role, where the others are the same.
    func counts(_ fact: Fact) -> [Claim] {
        guard fact.polarity == .positive, fact.predicate != "be", ["verb", "nominal", "asserted"].contains(fact.rule),
              let window = window(fact, around: 7), window == Self.always || window.upperBound - window.lowerBound <= 62 else { return [] }
        return fact.arguments.enumerated().compactMap { index, argument in
            guard [.agent, .patient].contains(argument.role), let quantity = argument.quantity, argument.type != .time else { return nil }
            let others = fact.arguments.enumerated()
                .filter { $0.offset != index && [.agent, .patient, .recipient, .source].contains($0.element.role) }.map(\.element)
            guard !others.isEmpty, others.allSatisfy({ $0.quantity == nil }) else { return nil }
            let parts = [fact.relation ?? fact.predicate, argument.role.rawValue, quantity.unit] + others.map { "\($0.role.rawValue) \(key($0))" }
            let title = [shown(others[0]), fact.predicate, quantity.unit].filter { !$0.isEmpty }.joined(separator: ", ")
            return claim("count", parts, title, .number(Self.range(quantity), text: argument.text), window, fact)
        }
    }

    func place(_ fact: Fact) -> [Claim] {
        guard fact.polarity == .positive, fact.relation != "located-in", let agent = fact.first(.agent), isNamed(agent), let days = statedDays(fact),
              days.upperBound - days.lowerBound == 1, let place = place(of: fact) else { return [] }
        let others = fact.arguments.filter { [.patient, .recipient].contains($0.role) }
        guard !others.isEmpty else { return [] }
        let parts = [fact.relation ?? fact.predicate, key(agent)] + others.map(key)
        let title = "\(shown(agent)), \(fact.predicate) \(shown(others[0])), where"
        return [claim("place", parts, title, value(place), days, fact)]
    }

    /// Needs what is done to whom: "it did not rain" denies little.
    func truth(_ fact: Fact) -> [Claim] {
        guard fact.relation != "say", let agent = fact.first(.agent), isNamed(agent), fact.arguments.count > 1,
              let window = window(fact, around: 30) else { return [] }
        let others = fact.arguments.filter { $0.role != .agent && $0.role != .cause && $0.role != .purpose }
        guard !others.isEmpty else { return [] }
        let parts = [fact.relation ?? "", fact.predicate, key(agent)] + others.map { "\($0.role.rawValue) \(key($0))" }
        let title = "\(shown(agent)), \(fact.predicate), \(shown(others[0]))"
        return [claim("truth", parts, title, .truth(fact.polarity == .positive), window, fact)]
    }

    // MARK: Parts

    private static let always = Day(number: -4_000_000)..<Day(number: 4_000_000)

    private func claim(_ rule: String, _ parts: [String], _ title: String, _ value: Claim.Value, _ window: Range<Day>,
                       _ fact: Fact) -> Claim {
        Claim(topic: ([rule] + parts).joined(separator: "\u{1F}"), title: title, value: value, window: window, fact: fact.id)
    }

    /// The same for one person, for other things that are named alike, and for what is described by the same words.
    private func key(_ argument: Argument) -> String {
        if argument.type == .person, let entity = argument.entity, isNamed(argument) { return entity.value }
        return words(of: argument)
    }

    private static let determiners: Set<Substring> = ["a", "an", "the", "its", "their", "his", "her"]

    private func words(of argument: Argument) -> String {
        FoldedName(shown(argument)).text.split(separator: " ").filter { !Self.determiners.contains($0) }.joined(separator: " ")
    }

    private func thing(_ argument: Argument) -> Claim.Value { .thing(key: key(argument), text: shown(argument)) }

    /// Oslo lies in Norway: who was born in the one was born in the other.
    private func value(_ place: Argument) -> Claim.Value {
        let known = gazetteer.entry(shown(place))
        return .place(name: known?.name ?? shown(place), country: known?.country, text: shown(place))
    }

    /// By the name of what is meant, where it has one: "She" is Ann Lee.
    private func shown(_ argument: Argument) -> String {
        guard isNamed(argument), let name = argument.entity.flatMap(name) else { return argument.text }
        return name
    }

    private func isNamed(_ argument: Argument) -> Bool {
        argument.entity.flatMap(name)?.hasCapital ?? false
    }

    /// The three words before a phrase: "former U.S." of "former U.S. President".
    private static func wordsBefore(_ phrase: String, in sentence: String) -> [Substring] {
        guard let range = sentence.firstRange(of: phrase) else { return [] }
        return Array(sentence[..<range.lowerBound].split(separator: " ").suffix(3))
    }

    private func place(of fact: Fact) -> Argument? { fact.arguments(.place).first { isNamed($0) && [.place, .country].contains($0.type) } }

    private func wording(_ fact: Fact) -> String { fact.time?.text ?? "" }

    /// The days that the fact's own words give.
    private func statedDays(_ fact: Fact) -> Range<Day>? {
        guard let time = fact.time, time.origin != .publication, let start = time.start.day, let end = time.end.day, start < end else { return nil }
        return start..<end
    }

    /// When the fact holds as far as it says; of a report its day, and `days` before and after.
    private func window(_ fact: Fact, around days: Int) -> Range<Day>? {
        if let time = fact.time, time.origin != .publication {
            switch (time.start, time.end) {
            case (.day(let start), .day(let end)) where start < end: return start..<end
            case (.day(let start), .open): return start..<Self.always.upperBound
            case (.open, .day(let end)): return Self.always.lowerBound..<end
            case (.day(let start), _): return start..<start.advanced(by: 1)
            case (_, .day(let end)): return end.advanced(by: -1)..<end
            default: break
            }
        }
        // What a person asserts without a time holds whenever.
        if fact.rule == "asserted" { return Self.always }
        guard let day = published(fact.evidence.document) else { return nil }
        return day.advanced(by: -days)..<day.advanced(by: days + 1)
    }

    // MARK: Numbers

    private func age(_ fact: Fact) -> Int? {
        guard fact.predicate == "be", let quantity = fact.first(.quantity)?.quantity, quantity.qualifier.isEmpty,
              fact.rule == "age" || quantity.unit == "year" && fact.text.hasSuffix("old"), (1..<130).contains(quantity.value) else { return nil }
        return Int(quantity.value)
    }

    /// Somebody of 58 was born in the year that ends 58 years before.
    private func birthDays(_ age: Int, _ fact: Fact) -> Range<Day>? {
        guard let day = published(fact.evidence.document) else { return nil }
        let then = day.civil
        guard let latest = Day(year: then.year - age, month: then.month, day: min(then.day, 28)) else { return nil }
        return latest.advanced(by: -370)..<latest.advanced(by: 5)
    }

    private static let lower = ["at least", "more than", "over", "above", "upward", "exceed"]
    private static let upper = ["at most", "up to", "less than", "fewer than", "under", "below"]

    private static func range(_ quantity: Quantity) -> ClosedRange<Double> {
        let value = quantity.value, qualifier = quantity.qualifier.lowercased()
        if lower.contains(where: qualifier.contains) { return value...Double.infinity }
        if upper.contains(where: qualifier.contains) { return -Double.infinity...value }
        // "About 900", "dozens of".
        return qualifier.isEmpty ? value...value : min(value * 0.9, value * 1.1)...max(value * 0.9, value * 1.1)
    }
}
