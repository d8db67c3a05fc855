import Questions

/// The words by which patterns tell places, forms, tenses and orders.
extension Slot.Place {
    private static let labels: [(place: Slot.Place, text: String)] = [
        (.subject, "subject"), (.object, "object"), (.passiveSubject, "undergoer"), (.complement, "complement"), (.circumstance, "beside"),
    ]

    var label: PlaceLabel? {
        if case .preposition(let word) = self { return PlaceLabel(word) }
        return Self.labels.first { $0.place == self }.flatMap { PlaceLabel($0.text) }
    }

    init(_ label: PlaceLabel) {
        if ["clause", "relative"].contains(label.text) {
            self = .circumstance
        } else {
            self = Self.labels.first { $0.text == label.text }?.place ?? .preposition(label.text)
        }
    }
}

extension Slot {
    /// Circumstances that are clauses, or come from a relative clause, count less.
    var label: PlaceLabel? {
        guard place == .circumstance else { return place.label }
        return PlaceLabel(weight < 0.75 ? "relative" : weight < 0.9 ? "clause" : "beside")
    }
}

extension PlaceLabel {
    var weight: Double {
        switch text {
        case "relative": 0.7
        case "clause": 0.8
        default: 1
        }
    }
}

extension ArticleQuery.Form {
    /// Of what is wanted, where the question word tells it.
    var label: PlaceLabel? {
        switch self {
        case .time: PlaceLabel("when")
        case .place: PlaceLabel("where")
        case .reason: PlaceLabel("why")
        case .manner: PlaceLabel("how")
        case .duration, .extent("lasting"): PlaceLabel("how long")
        case .extent("long"): PlaceLabel("how lengthy")
        case .extent(let adjective): PlaceLabel("how " + adjective)
        case .frequency: PlaceLabel("how often")
        default: nil
        }
    }

    init?(_ label: PlaceLabel) {
        switch label.text {
        case "when": self = .time
        case "where": self = .place
        case "why": self = .reason
        case "how": self = .manner
        case "how often": self = .frequency
        case "how long": self = .extent("lasting")
        case "how lengthy": self = .extent("long")
        default:
            guard let adjective = label.measured else { return nil }
            self = .extent(adjective)
        }
    }

    var wantsArgument: Bool {
        switch self {
        case .argument, .speaker, .statement: true
        default: false
        }
    }

    private static let named: [(form: ArticleQuery.Form, word: String)] = [
        (.identity, "identity"), (.description, "description"), (.expansion, "expansion"), (.event, "event"), (.statement, "statement"),
        (.speaker, "speaker"), (.list, "list"), (.count, "count"), (.comparison, "comparison"), (.keywords, "keywords"),
    ]

    var manner: Manner? { Self.named.first { $0.form == self }.flatMap { Manner($0.word) } }

    init?(_ manner: Manner) {
        guard let known = Self.named.first(where: { $0.word == manner.word }) else { return nil }
        self = known.form
    }
}

extension Clause.Tense {
    private static let named: [(tense: Clause.Tense, word: String)] = [
        (.present, "present"), (.future, "future"), (.perfect, "perfect"), (.pastPerfect, "past perfect"), (.infinitive, "infinitive"),
    ]

    /// Nil for the past, in which most questions are asked.
    var manner: Manner? { Self.named.first { $0.tense == self }.flatMap { Manner($0.word) } }

    init?(_ manner: Manner) {
        guard let known = Self.named.first(where: { $0.word == manner.word }) else { return nil }
        self = known.tense
    }
}

extension ArticleQuery.Order {
    var word: String {
        switch self {
        case .before: "before"
        case .after: "after"
        case .together: "together"
        }
    }

    init?(_ manner: Manner) {
        switch manner.word {
        case "before": self = .before
        case "after": self = .after
        case "together": self = .together
        default: return nil
        }
    }
}
