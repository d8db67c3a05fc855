import Facts
import Testing

@testable import Questions

@Suite("Pattern language")
struct PatternLanguageTests {
    @Test(
        "each line is read and printed as it stands",
        arguments: [
            "?x : person | command(agent: ?x, patient: U.S. Forces Japan) @ 2024",
            "?x | say(agent: ?x, topic: \"a new plan\") [planned, negative, according to Ann O'Neill]",
            "in(Rhine, Switzerland)",
            "not (borders(?x, _) or flows through(?y, ?x))",
            "?c : continent, average{ ?a, ?y | ?y : country & in(?y, ?c) & area(?y, ?a) } | ?c : continent",
            "count{ ?x | ?x : river & not in(?x, Asia) }",
            "100 * count{ ?x | borders(?x, ?o) } / count{ ?x | ?x : country } | ?o : ocean",
            "?x | top 2..2 by ?a per ?c { ?x : country & in(?x, ?c) & area(?x, ?a) }",
            "?x | born(?x) @ ?t & ?t < @1990-05 order by ?t desc, ?x limit 3",
            "?x | meet(?x, 'Trinidad & Tobago') @ 1990..2001 & population(?x, ?p) & ?p > 10 million",
            "distance{ ?a, ?b } | latitude(Equator, ?a) & latitude(Oslo, ?b)",
            "?x | at('7th Fleet', ?x) @ ..1989",
            "(?a + ?b) * 2 | p(?a, ?b)",
            "?a - (?b - ?c) | p(?a, ?b, ?c)",
            "?x | fire(subject: ?x, object: \"a *missile\", over: Japan) @ \"in 1998\" [which \"country\"]",
            "?x | buy(why: ?x, subject: Quintrel, because of: \"the war\") [past perfect, plural]",
            "?x | fact(how old: ?x, subject: Ann Lee) [present]",
            "open(subject: Brill Motors, object: \"a factory\") [negative, modal \"would\"]",
            "?x | quote(undergoer: ?x) [who, passive] & command(object: \"the office\")",
        ])
    func printsWhatItReads(_ line: String) throws {
        #expect(PatternLanguage.print(try PatternLanguage.parse(line)) == line)
    }

    @Test("short for an aggregate over the whole")
    func countsInShort() throws {
        let short = try PatternLanguage.parse("count ?x | ?x : river & in(?x, Asia)")
        #expect(PatternLanguage.print(short) == "count{ ?x | ?x : river & in(?x, Asia) }")
    }

    @Test("random queries survive printing and parsing")
    func roundTrip() throws {
        var source = QuerySource(seed: 20_240_728)
        for _ in 0..<10_000 {
            let query = source.query()
            let text = PatternLanguage.print(query)
            let back = try? PatternLanguage.parse(text)
            try #require(back == query, "\(text)\n\(back.map(PatternLanguage.print) ?? "not parsed")")
        }
    }

    @Test("mutilated patterns give a place and a suggestion, never a crash")
    func mutations() throws {
        var source = QuerySource(seed: 7)
        for _ in 0..<10_000 {
            var scalars = Array(PatternLanguage.print(source.query()).unicodeScalars)
            for _ in 0..<(1 + source.below(3)) where !scalars.isEmpty {
                let place = source.below(scalars.count)
                if source.below(2) == 0 {
                    scalars.remove(at: place)
                } else {
                    scalars.insert("(){}[],|&@:<>='\"? o4-".unicodeScalars.randomElement(using: &source)!, at: place)
                }
            }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars)
            do { _ = try PatternLanguage.parse(String(view)) } catch {
                #expect(!error.suggestions.isEmpty)
                #expect(error.span.end <= scalars.count)
            }
        }
    }

    @Test(
        "English is not taken for a pattern",
        arguments: ["Who commands USFJ (US Forces Japan)?", "USFJ commander", "1976", "and in 2005?", "The Rhine flows to West Germany?"])
    func english(_ line: String) { #expect(!PatternLanguage.looksLikePattern(line)) }

    @Test(
        "patterns are known as such",
        arguments: [
            "?x : person | command(?x, USFJ)", "in(Rhine, Switzerland)", "count{ ?x | ?x : river }", "river(Rhine) & not in(Rhine, Asia)",
        ])
    func patterns(_ line: String) { #expect(PatternLanguage.looksLikePattern(line)) }
}

/// Random queries of every construct.
private struct QuerySource: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state ^ (state >> 33)) &* 0xff51_afd7_ed55_8ccd
    }

    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

    private mutating func pick<T>(_ values: [T]) -> T { values[below(values.count)] }

    mutating func query() -> Query {
        let targets = (0..<below(3)).map { _ in
            let type = pick(["country", "circle of latitude", nil])
            return below(2) == 0 ? Query.Target(variable(), type: type) : Query.Target(expression(2), type: type)
        }
        let order = (0..<below(2)).map { _ in Query.Order(expression(1), descending: below(2) == 0) }
        let isValue = targets.count == 1 && below(4) == 0
        return Query(targets: targets, body: isValue ? .always : formula(3), order: order, limit: pick([nil, 3]))
    }

    private mutating func variable() -> Variable { Variable(pick(["x", "y", "area2", "t"])) }

    private mutating func name() -> String {
        pick([
            "Rhine", "U.S. Forces Japan", "Joint-Force", "O'Neill", "7th Fleet", "either or", "a (b)", "Æsir", " ", "", "top", "-3",
            "order of merit", "flows through", "x: y", "not",
        ])
    }

    private mutating func term() -> Term {
        switch below(7) {
        case 0: .name(name())
        case 1: .phrase(pick(["working groups", "the \"plan\"", ""]))
        case 2: .quantity(Quantity(value: pick([0, -3, 2.5, 1e20, 42]), unit: pick(["", "million", "sq km", "m/s"])))
        case 3: .date(dates())
        case 4: .anything
        default: .variable(variable())
        }
    }

    private mutating func dates() -> DateRange {
        let start = Day(number: Int32(below(40_000)) - 20_000)
        return pick([
            .year(1990), .day(start), DateRange(start: start, end: nil), DateRange(start: nil, end: start), DateRange(start: nil, end: nil),
            DateRange(start: start, end: start.advanced(by: 1 + below(1000))),
            DateRange(start: Day(year: 1990, month: 2, day: 1), end: Day(year: 1990, month: 3, day: 1)),
        ])
    }

    private mutating func atom() -> Atom {
        let places = (0..<below(4)).map { _ in
            let label = pick([nil, nil, "subject", "because of", "how long", "over"]).flatMap { PlaceLabel($0) }
            return label.map { Atom.Place(term(), at: $0) } ?? Atom.Place(term(), as: pick([nil, .agent, .source]))
        }
        let time: Atom.Time? = pick([nil, .variable(variable()), .during(dates())])
        var atom = Atom(
            name(), places, time: time, modality: pick([nil, .planned]), polarity: pick([.positive, .negative]),
            attribution: below(4) == 0 ? .name(name()) : nil)
        if time == nil, below(3) == 0 { atom.timeWords = pick(["last August", "in 1998"]) }
        atom.manners = pick([[], [], ["who", "plural"], ["past perfect"]]).compactMap { Manner($0) }
        if below(5) == 0, let which = Manner("which", pick(["US services", "a \"plan\"", ""])) { atom.manners.append(which) }
        return atom
    }

    private mutating func formula(_ depth: Int) -> Formula {
        switch depth == 0 ? below(3) : below(8) {
        case 0: .atom(atom())
        case 1: .type(term(), pick(["country", "circle of latitude"]))
        case 2: .comparison(expression(depth), pick(Comparison.allCases), expression(depth))
        case 3: .not(formula(depth - 1))
        case 4: .or([formula(depth - 1), formula(depth - 1)])
        case 5: .and([formula(depth - 1), formula(depth - 1), formula(0)])
        case 6:
            .top(
                Top(
                    ranks: pick([1...1, 2...2, 1...3]), key: expression(1), descending: below(2) == 0,
                    groups: below(2) == 0 ? [] : [variable()], among: formula(depth - 1)))
        default: .always
        }
    }

    private mutating func expression(_ depth: Int) -> Expression {
        switch depth == 0 ? 0 : below(6) {
        case 1: .arithmetic(expression(depth - 1), pick(Expression.Operator.allCases), expression(depth - 1))
        case 2: .apart(pick(Expression.Gap.allCases), expression(depth - 1), expression(depth - 1))
        case 4: .calendar(pick(Expression.CalendarUnit.allCases), expression(depth - 1))
        case 3:
            .aggregate(
                Aggregate(
                    pick(Aggregate.Function.allCases), expression(depth - 1), apart: below(2) == 0 ? [] : [variable()],
                    body: formula(depth - 1)))
        default: .term(term())
        }
    }
}
