import Facts

/// "How old is …", "how deep is …", "how long did … last": a number with the unit of the measure.
struct ExtentStrategy {
    let engine: Engine

    func answer(_ query: ArticleQuery, _ adjective: String) throws -> Outcome {
        let measure = Measure(adjective)
        let views = try engine.source.candidates(for: query)
        let matches = engine.matches(query, in: views)
        var found: [Found] = []
        for match in matches.prefix(30) { found += measured(match.view, match.fact, measure, match.score, query) }
        if found.isEmpty {
            let coverage = Coverage(matcher: engine.matcher, context: engine.context)
            for view in views { if let result = coverage.cover(query,
                view) { found += measured(view, nil, measure, 0.85 * result.score, query, near: result.place) } }
        }
        if found.isEmpty, adjective == "long" { found = try spans(query, matches) }
        return Outcome(found: found, tolerance: 0.02, matches: matches)
    }

    /// Measures in the fact's own arguments, else in the words of its sentence.
    private func measured(_ view: SentenceView, _ fact: FactView?, _ measure: Measure, _ score: Double, _ query: ArticleQuery,
                          near place: Int? = nil) -> [Found] {
        for argument in fact?.arguments ?? [] {
            if let text = measure.find(in: argument.argument.text), !isAsked(text, query) {
                return [Found(text, argument: argument.argument, fact: fact?.fact, view: view, score: score)]
            }
        }
        let all = measure.all(in: view).filter { !isAsked($0.text, query) }
        let target = (place ?? fact?.fact.evidence.span.start ?? view.sentence.span.start) - view.sentence.span.start
        func distance(_ finding: Measure.Finding) -> Int { (finding.isNamed ? 0 : 1000) + abs(finding.offset - target) }
        guard let best = all.min(by: { distance($0) < distance($1) }) else { return [] }
        return [Found(best.text, fact: fact?.fact, view: view, score: 0.9 * score)]
    }

    private func isAsked(_ text: String, _ query: ArticleQuery) -> Bool { query.line.contains(text) }

    /// "From 1966 to 1976": how long a thing lasted, by the times of its facts.
    private func spans(_ query: ArticleQuery, _ matches: [Match]) throws -> [Found] {
        var asked = query
        asked.form = .time
        asked.predicate = nil
        return try TimeStrategy(engine: engine).answer(asked).found.filter { found in
            guard let first = found.time?.start.day, let last = found.time?.end.day else { return false }
            return last - first > 366
        }.map { found in
            var found = found
            let years = (found.time!.end.day!.year - 1) - found.time!.start.day!.year
            found.text = "\(found.text) (\(years) years)"
            return found
        }
    }
}

/// What an adjective measures, by the units that tell it.
struct Measure {
    private let units: Set<String>
    private let isAge: Bool
    private let isOfArea: Bool
    private let qualities: Set<String>

    init(_ adjective: String) {
        isAge = adjective == "old" || adjective == "young"
        isOfArea = adjective == "big" || adjective == "large"
        qualities = Self.qualities[adjective] ?? [adjective]
        units = Self.units[adjective] ?? Self.units.values.reduce(into: []) { $0.formUnion($1) }
    }

    /// "Heavy" for "the weight of the bell"; nil for a phrase that asks for no measure.
    static func adjective(of phrase: PhraseTerms) -> String? {
        guard phrase.terms.count > 1 else { return nil }
        return phrase.terms.lazy.compactMap { nouns[$0.text] }.first
    }

    private static let nouns: [String: String] = [
        "weight": "heavy", "height": "tall", "length": "long", "depth": "deep", "width": "wide", "thickness": "thick", "altitude": "high",
        "speed": "fast", "size": "large", "area": "large", "age": "old", "temperature": "hot", "magnitude": "strong", "distance": "far",
        "duration": "lasting",
    ]

    func find(in text: String) -> String? { all(in: text).first?.text }

    struct Finding {
        var text: String
        /// In Unicode scalars of the text.
        var offset: Int
        /// Whether the measured quality is named beside it: "a depth of 240 meters".
        var isNamed = false
    }

    /// Numbers followed by (or joined by a hyphen to) a unit; ages also as "Ann Lee, 58,".
    func all(in text: String) -> [Finding] { all(in: text, MeasureScanner.words(of: text)) }

    func all(in view: SentenceView) -> [Finding] { all(in: view.sentence.text, view.measureWords) }

    private func all(in text: String, _ words: [MeasureScanner.Word]) -> [Finding] {
        var found: [Finding] = []
        for index in words.indices where words[index].isNumber {
            let next = words.indices.contains(index + 1) ? words[index + 1] : nil
            let scaled = next.flatMap { MeasureScanner.scales.contains($0.text.lowercased()) ? $0 : nil }
            let unit = scaled == nil ? next : words.indices.contains(index + 2) ? words[index + 2] : nil
            let isArea = scaled.map { ["square", "cubic"].contains($0.text.lowercased()) } ?? false
            if let unit, units.contains(singular(unit.text.lowercased())), isArea == (isOfArea && isArea) {
                let beside = words[max(0, index - 4)..<min(words.count, index + 5)].map { $0.text.lowercased() }
                let isNamed = beside.contains { qualities.contains($0) }
                let first = MeasureScanner.start(ofNumberAt: index, in: words)
                let start = words[first - MeasureScanner.qualifiers(words, before: first)].start
                found.append(Finding(text: MeasureScanner.slice(text, start, unit.end), offset: words[index].start, isNamed: isNamed))
            } else if isAge, words[index].isSetOff, let value = Int(words[index].text), (1...120).contains(value) {
                found.append(Finding(text: words[index].text, offset: words[index].start, isNamed: true))
            }
        }
        return found
    }

    private func singular(_ word: String) -> String { word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast())
        : word == "feet" ? "foot" : word }

    private static let qualities: [String: Set<String>] = [
        "long": ["long", "length"], "deep": ["deep", "depth"], "high": ["high", "height", "altitude", "above"], "tall": ["tall", "height"],
        "wide": ["wide", "width"], "far": ["far", "distance", "away", "off"], "thick": ["thick", "thickness"],
            "old": ["old", "age", "aged"],
        "heavy": ["heavy", "weight", "weighs"], "fast": ["fast", "speed"], "big": ["big", "area", "size", "covers"],
            "large": ["large", "area", "size", "covers"],
        "strong": ["strong", "magnitude"],
    ]
    private static let length: Set<String> = ["meter", "metre", "kilometer", "kilometre", "mile", "foot", "yard", "inch", "centimeter",
                                              "centimetre", "millimeter"]
    static let timeUnits: Set<String> = ["second", "minute", "hour", "day", "week", "month", "year", "decade", "century"]
    private static let units: [String: Set<String>] = [
        "long": length.union(timeUnits), "deep": length, "high": length, "tall": length, "wide": length, "far": length, "thick": length,
        "old": ["year"], "young": ["year"], "lasting": timeUnits,
        "heavy": ["kilogram", "ton", "tonne", "pound", "gram", "kilo"], "fast": ["kph", "mph", "knot", "kilometer", "mile"],
        "big": ["kilometer", "hectare", "acre", "mile", "meter"], "large": ["kilometer", "hectare", "acre", "mile", "meter", "member"],
        "hot": ["degree"], "cold": ["degree"], "warm": ["degree"], "strong": ["magnitude", "knot", "percent"],
    ]
}

/// Words of a text with their places, for measures.
enum MeasureScanner {
    struct Word {
        var text: String
        var start: Int
        var end: Int
        /// Between commas, as an age is.
        var isSetOff: Bool
        var isNumber: Bool
    }

    /// Whether an amount in some currency stands in a text.
    static func holdsMoney(_ text: String) -> Bool {
        if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .currencySymbol }) { return true }
        return text.lowercased().split(whereSeparator: { !$0.isLetter }).contains { currencies.contains(String($0)) }
    }

    private static let currencies: Set<String> = [
        "dollar", "dollars", "cent", "cents", "euro", "euros", "pound", "pounds", "pence", "yen", "yuan", "won", "rupee", "rupees", "rouble", "roubles",
        "ruble", "rubles", "franc", "francs", "krona", "kronor", "krone", "kroner", "peso", "pesos", "rand", "real", "reais", "lira", "zloty", "forint",
        "shilling", "shillings", "naira", "cedi", "cedis", "dinar", "dinars", "dirham", "dirhams", "riyal", "riyals", "shekel", "shekels", "baht",
        "ringgit", "rupiah", "dong", "kwacha", "leu", "lei", "lev", "hryvnia", "mark", "marks",
    ]

    static let scales: Set<String> = ["million", "billion", "trillion", "thousand", "hundred", "square", "cubic"]

    static func words(of text: String) -> [Word] {
        let scalars = Array(text.unicodeScalars)
        var words: [Word] = []
        var scanner = WordScanner(text)
        while let (word, _, span) = scanner.next() {
            let isSetOff = span.start >= 2 && scalars[span.start - 2] == "," && span.end < scalars.count
                && (scalars[span.end] == "," || scalars[span.end] == ".")
            words.append(Word(text: String(String.UnicodeScalarView(scalars[span.start..<span.end])), start: span.start, end: span.end,
                              isSetOff: isSetOff,
                              isNumber: scalars[span.start].properties.numericType != nil || spelled.contains(word)))
        }
        return words
    }

    static func slice(_ text: String, _ start: Int, _ end: Int) -> String {
        String(String.UnicodeScalarView(Array(text.unicodeScalars)[start..<end]))
    }

    /// Where the number begins that ends with a word: "three and a half", "half".
    static func start(ofNumberAt index: Int, in words: [Word]) -> Int {
        guard words[index].text.lowercased() == "half" else { return index }
        if index >= 3, words[index - 1].text == "a", words[index - 2].text == "and", words[index - 3].isNumber { return index - 3 }
        return index
    }

    /// How many words before a number qualify it: "at least", "about".
    static func qualifiers(_ words: [Word], before index: Int) -> Int {
        guard index > 0 else { return 0 }
        let one = words[index - 1].text.lowercased()
        if index > 1,
           ["at least", "at most", "more than", "less than", "up to"].contains("\(words[index - 2].text.lowercased()) \(one)") { return 2 }
        return ["about", "around", "some", "nearly", "almost", "roughly", "over", "only"].contains(one) ? 1 : 0
    }

    private static let spelled: Set<String> = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
                                               "twelve", "twenty", "thirty", "forty", "fifty", "half"]
}
