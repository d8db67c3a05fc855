import Facts

/// Writes queries in the pattern language.
struct PatternPrinter {
    func query(_ query: Query) -> String {
        var text = query.targets.map(target).joined(separator: ", ")
        if query.targets.isEmpty {
            text = yesNo(query.body)
        } else if query.body != .always || mistakable(query.targets) {
            text += " | " + formula(query.body)
        }
        if !query.order.isEmpty {
            text += " order by " + query.order.map { expression($0.expression) + ($0.descending ? " desc" : "") }.joined(separator: ", ")
        }
        if let limit = query.limit { text += " limit \(limit)" }
        return text
    }

    /// `?x : country` alone asks which; whether there is one is asked in brackets.
    private func yesNo(_ body: Formula) -> String {
        if case .type(.variable, _) = body { return "(" + formula(body) + ")" }
        return formula(body)
    }

    /// `Rhine : river` alone asks whether it is one.
    private func mistakable(_ targets: [Query.Target]) -> Bool {
        guard targets.count == 1, targets[0].type != nil, case .term(.variable) = targets[0].expression else {
            return targets.count == 1 && targets[0].type != nil
        }
        return false
    }

    private func target(_ target: Query.Target) -> String {
        expression(target.expression) + (target.type.map { " : " + name($0) } ?? "")
    }

    // MARK: Formulas

    func formula(_ formula: Formula) -> String {
        if case .or(let parts) = formula, parts.count > 1 { return parts.map(conjunct).joined(separator: " or ") }
        return conjunction(formula)
    }

    private func conjunct(_ formula: Formula) -> String {
        if case .or = formula { return part(formula) }
        return conjunction(formula)
    }

    private func conjunction(_ formula: Formula) -> String {
        if case .and(let parts) = formula, parts.count > 1 { return parts.map(part).joined(separator: " & ") }
        return part(formula)
    }

    private func part(_ formula: Formula) -> String {
        switch formula {
        case .atom(let atom): self.atom(atom)
        case .type(let term, let type): self.term(term) + " : " + name(type)
        case .comparison(let a, let sign, let b): expression(a) + " \(sign.rawValue) " + expression(b)
        case .top(let top): self.top(top)
        case .not(let inner): "not " + part(inner)
        case .and(let parts) where parts.isEmpty: "()"
        case .and(let parts) where parts.count == 1, .or(let parts) where parts.count == 1: part(parts[0])
        case .and, .or: "(" + self.formula(formula) + ")"
        }
    }

    private func atom(_ atom: Atom) -> String {
        let places = atom.places.map { place in ((place.label?.text ?? place.role?.rawValue).map { $0 + ": " } ?? "") + term(place.term) }
        var text = name(atom.relation) + "(" + places.joined(separator: ", ") + ")"
        switch atom.time {
        case .during(let range): text += " @ " + dates(range)
        case .variable(let variable): text += " @ ?" + variable.name
        case nil: if let words = atom.timeWords { text += " @ " + term(.phrase(words)) }
        }
        var marks: [String] = []
        if let modality = atom.modality { marks.append(modality.rawValue) }
        if atom.polarity == .negative { marks.append("negative") }
        if let source = atom.attribution { marks.append("according to " + term(source)) }
        marks += atom.manners.map { manner in manner.word + (manner.words.map { " " + term(.phrase($0)) } ?? "") }
        return marks.isEmpty ? text : text + " [" + marks.joined(separator: ", ") + "]"
    }

    private func top(_ top: Top) -> String {
        let ranks = top.ranks.lowerBound == 1 ? "\(top.ranks.upperBound)" : "\(top.ranks.lowerBound)..\(top.ranks.upperBound)"
        let groups = top.groups.isEmpty ? "" : " per " + top.groups.map { "?" + $0.name }.joined(separator: ", ")
        return (top.descending ? "top " : "bottom ") + ranks + " by " + expression(top.key) + groups + " { " + formula(top.among) + " }"
    }

    // MARK: Expressions and terms

    func expression(_ expression: Expression) -> String {
        switch expression {
        case .term(let term): self.term(term)
        case .arithmetic(let a, let sign, let b):
            operand(a, of: sign, right: false) + " \(sign.rawValue) " + operand(b, of: sign, right: true)
        case .apart(let gap, let a, let b): gap.rawValue + "{ " + self.expression(a) + ", " + self.expression(b) + " }"
        case .calendar(let unit, let a): unit.rawValue + "{ " + self.expression(a) + " }"
        case .aggregate(let aggregate):
            aggregate.function.rawValue + "{ "
                + ([self.expression(aggregate.value)] + aggregate.apart.map { "?" + $0.name })
                .joined(separator: ", ") + " | " + formula(aggregate.body) + " }"
        }
    }

    private func operand(_ expression: Expression, of sign: Expression.Operator, right: Bool) -> String {
        guard case .arithmetic(_, let inner, _) = expression else { return self.expression(expression) }
        let tighter = inner.binds > sign.binds || (inner.binds == sign.binds && !right)
        return tighter ? self.expression(expression) : "(" + self.expression(expression) + ")"
    }

    func term(_ term: Term) -> String {
        switch term {
        case .variable(let variable): "?" + variable.name
        case .anything: "_"
        case .name(let text): name(text)
        case .phrase(let text): quoted(text, by: "\"")
        case .quantity(let quantity): number(quantity.value) + (quantity.unit.isEmpty ? "" : " " + name(quantity.unit))
        case .date(let range): "@" + dates(range)
        }
    }

    func number(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? String(Int64(value)) : String(value)
    }

    /// Bare where the parser would read the same name back, else in single quotes.
    func name(_ text: String) -> String {
        let words = text.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false)
        let plain =
            !text.unicodeScalars.contains(where: { PatternLanguage.endsWord($0) && $0 != " " })
            && !words.contains(where: { $0.isEmpty || $0.first == "'" || PatternLanguage.reserved.contains(String($0)) })
            && !PatternLexer.startsNumber(text.unicodeScalars)
        return plain ? text : quoted(text, by: "'")
    }

    /// The mark is doubled inside, also where a combining sign behind it makes one character of the two.
    private func quoted(_ text: String, by mark: Unicode.Scalar) -> String {
        var scalars = String.UnicodeScalarView([mark])
        for scalar in text.unicodeScalars {
            scalars.append(scalar)
            if scalar == mark { scalars.append(mark) }
        }
        scalars.append(mark)
        return String(scalars)
    }

    func dates(_ range: DateRange) -> String {
        if let start = range.start, let end = range.end, let single = PatternDay.single(start, end) { return single }
        return (range.start.map(PatternDay.first) ?? "") + ".." + (range.end.map(PatternDay.last) ?? "")
    }
}

extension Expression.Operator {
    var binds: Int { self == .times || self == .over ? 2 : 1 }
}

/// Days as the pattern language writes them: the shortest of year, month and day that means the same.
enum PatternDay {
    static func single(_ start: Day, _ end: Day) -> String? {
        [first(start), month(start), start.description].first { text in
            guard let unit = unit(text) else { return false }
            return unit.start == start && unit.end == end
        }
    }

    static func first(_ start: Day) -> String {
        let (_, month, day) = start.civil
        return day != 1 ? start.description : month != 1 ? self.month(start) : year(start)
    }

    static func last(_ end: Day) -> String {
        let last = end.advanced(by: -1)
        return [year(last), month(last)].first { unit($0)?.end == end } ?? last.description
    }

    /// The days that "1990", "1990-05" or "1990-05-03" covers.
    static func unit(_ text: some StringProtocol) -> (start: Day, end: Day)? {
        let negative = text.hasPrefix("-")
        let parts = (negative ? text.dropFirst() : text[...]).split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.utf8.allSatisfy { (48...57).contains($0) } ? Int($0) : nil }
        guard numbers.count == parts.count, (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return nil }
        let year = negative ? -numbers[0] : numbers[0]
        let month = parts.count > 1 ? numbers[1] : 1
        guard let start = Day(year: year, month: month, day: parts.count > 2 ? numbers[2] : 1) else { return nil }
        switch parts.count {
        case 1: return Day(year: year + 1, month: 1, day: 1).map { (start, $0) }
        case 2: return (start, start.advanced(by: Day.length(ofMonth: month, year: year)))
        default: return (start, start.advanced(by: 1))
        }
    }

    private static func year(_ day: Day) -> String { String(day.description.dropLast(6)) }
    private static func month(_ day: Day) -> String { String(day.description.dropLast(3)) }
}
