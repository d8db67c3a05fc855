import Facts

/// Reads the numbers of a sentence as quantities. Years, days of a month, clock times and ordinals are left to `Chronology`.
struct QuantityReader {
    private let tree: ClauseTree
    private let lower: [String]

    init(_ tree: ClauseTree) {
        self.tree = tree
        lower = tree.tokens.map { $0.form.lowercased() }
    }

    func read() -> [QuantityPhrase] {
        var result: [QuantityPhrase] = []
        var i = 0
        while i < lower.count {
            if let phrase = phrase(at: i) {
                result.append(phrase)
                i = phrase.tokens.upperBound + 1
            } else {
                i += 1
            }
        }
        return result
    }

    private struct Number {
        var value: Double
        var last: Int
        var qualifier = ""
    }

    private func phrase(at start: Int) -> QuantityPhrase? {
        if let phrase = attachedMoney(at: start) { return phrase }
        let sign = Self.currencySigns.contains(lower[start].uppercased()) ? lower[start].uppercased() : nil
        let first = sign == nil ? start : start + 1
        guard first < lower.count, let number = number(at: first) else { return nil }
        if let sign {
            return QuantityPhrase(
                kind: .money, tokens: start...number.last, noun: counted(by: start...number.last),
                quantity: Quantity(value: number.value, unit: sign, qualifier: qualifier(before: start)))
        }
        if isDateOrTime(first, number) { return nil }
        let qualifier = number.qualifier.isEmpty ? qualifier(before: start) : number.qualifier
        if let phrase = measured(first, number, qualifier) { return phrase }
        let noun = counted(by: first...number.last)
        if noun == nil, lower[first] == "one" { return nil }
        let unit = noun.map { tree.tokens[$0].lemma } ?? ""
        return QuantityPhrase(
            kind: .count, tokens: first...number.last, noun: noun,
            quantity: Quantity(value: number.value, unit: unit, qualifier: qualifier))
    }

    /// "$900" or "£59.5m" where the tokens weren't split.
    private func attachedMoney(at i: Int) -> QuantityPhrase? {
        let form = tree.tokens[i].form
        guard let digit = form.firstIndex(where: \.isNumber), digit != form.startIndex else { return nil }
        let sign = String(form[..<digit])
        guard Self.currencySigns.contains(sign.uppercased()) else { return nil }
        let figure = form[digit...].prefix { $0.isNumber || $0 == "." || $0 == "," }
        guard var value = NumberWords.value(String(figure)) else { return nil }
        var last = i
        if let scale = NumberWords.scale(form[digit...].dropFirst(figure.count).lowercased()) { value *= scale }
        while last + 1 < lower.count, let scale = NumberWords.scale(lower[last + 1]) { value *= scale; last += 1 }
        return QuantityPhrase(
            kind: .money, tokens: i...last, noun: counted(by: i...last),
            quantity: Quantity(value: value, unit: sign, qualifier: qualifier(before: i)))
    }

    private func number(at start: Int) -> Number? {
        if let order = NumberWords.vague[lower[start]] { return vagueNumber(start, order) }
        if lower[start] == "a" || lower[start] == "an" || lower[start] == "several" || lower[start] == "half" {
            return articleNumber(start)
        }
        guard var value = NumberWords.value(lower[start]), !isOrdinalDigit(start) else { return nil }
        var last = start
        var total = 0.0
        while last + 1 < lower.count {
            let next = lower[last + 1]
            if let scale = NumberWords.scale(next), next.utf8.count > 1 || !isNounFollowing(last + 1) {
                value *= scale
                last += 1
                if scale >= 1e3 { total += value; value = 0 }
            } else if next == "and", last + 2 < lower.count, value >= 100 || total > 0, let more = NumberWords.value(lower[last + 2]),
                more < 100,
                lower[last].first?.isLetter == true
            {
                value += more
                last += 2
            } else if lower[last].first?.isLetter == true, let more = NumberWords.value(next), lower[last + 1].first?.isLetter == true,
                total > 0 || value >= 20 && more < 10
            {
                value += more
                last += 1
            } else if next == "-", last + 2 < lower.count, let more = NumberWords.value(lower[last + 2]), value >= 20, more < 10,
                lower[last].first?.isLetter == true
            {
                value += more
                last += 2
            } else if next == "-", last + 2 < lower.count, let scale = NumberWords.scale(lower[last + 2]), scale >= 1e3 {
                value *= scale
                last += 2
            } else {
                break
            }
        }
        return Number(value: total + value, last: last)
    }

    private func vagueNumber(_ start: Int, _ order: Double) -> Number {
        var number = Number(value: order, last: start, qualifier: lower[start] + " of")
        while number.last + 2 < lower.count, lower[number.last + 1] == "of", let next = NumberWords.vague[lower[number.last + 2]] {
            number.value *= next
            number.last += 2
            number.qualifier = "\(lower[start]) of \(lower[number.last]) of"
        }
        return number
    }

    /// "a dozen", "a million", "half a million", "half of the seats", "several thousand", "a third of".
    private func articleNumber(_ start: Int) -> Number? {
        guard start + 1 < lower.count else { return nil }
        let next = lower[start + 1]
        if lower[start] == "half" {
            if next == "a" || next == "an", start + 2 < lower.count, let scale = NumberWords.scale(lower[start + 2]) {
                return Number(value: scale / 2, last: start + 2)
            }
            return next == "of" || next == "the" ? Number(value: 0.5, last: start) : nil
        }
        if let scale = NumberWords.scale(next), next.utf8.count > 2 {
            let qualifier = lower[start] == "several" ? "several" : ""
            return Number(value: scale, last: start + 1, qualifier: qualifier)
        }
        if let fraction = NumberWords.fraction(next), start + 2 < lower.count, lower[start + 2] == "of", lower[start] != "several" {
            return Number(value: fraction, last: start + 1)
        }
        return nil
    }

    private func measured(_ first: Int, _ number: Number, _ qualifier: String) -> QuantityPhrase? {
        var next = number.last + 1
        if next < lower.count, lower[next] == "-" { next += 1 }
        guard next < lower.count else { return nil }
        if lower[next] == "%" || lower[next] == "percent" || lower[next] == "pct" {
            return phrase(.measure, first, next, number, "percent", qualifier)
        }
        if lower[next] == "per", next + 1 < lower.count, lower[next + 1] == "cent" {
            return phrase(.measure, first, next + 1, number, "percent", qualifier)
        }
        if ["square", "cubic", "nautical", "metric"].contains(lower[next]), next + 1 < lower.count, Self.measures.contains(lower[next + 1])
        {
            return phrase(.measure, first, next + 1, number, "\(lower[next]) \(tree.tokens[next + 1].lemma)", qualifier)
        }
        let unit = tree.tokens[next].lemma.lowercased()
        if Self.currencies.contains(unit) { return phrase(.money, first, next, number, unit, qualifier) }
        if ["us", "u.s.", "australian", "canadian"].contains(lower[next]), next + 1 < lower.count,
            Self.currencies.contains(tree.tokens[next + 1].lemma.lowercased())
        {
            return phrase(.money, first, next + 1, number, "\(tree.tokens[next].form) \(tree.tokens[next + 1].lemma)", qualifier)
        }
        if Self.durations.contains(unit) {
            let isAge = next + 2 < lower.count && lower[next + 1] == "-" && lower[next + 2] == "old"
            return phrase(.duration, first, isAge ? next + 2 : next, number, unit, qualifier)
        }
        if Self.measures.contains(lower[next]) || Self.measures.contains(unit) {
            return phrase(.measure, first, next, number, unit, qualifier)
        }
        return nil
    }

    private func phrase(
        _ kind: QuantityPhrase.Kind, _ first: Int, _ last: Int, _ number: Number, _ unit: String,
        _ qualifier: String
    ) -> QuantityPhrase {
        QuantityPhrase(
            kind: kind, tokens: first...last, noun: counted(by: first...last),
            quantity: Quantity(value: number.value, unit: unit, qualifier: qualifier))
    }

    /// The noun outside `tokens` that the phrase hangs on as a number or modifier, or that follows "of".
    private func counted(by tokens: ClosedRange<Int>) -> Int? {
        let after = tokens.upperBound + 1
        if after < lower.count, lower[after] == "of" {
            for token in tokens {
                if let noun = tree.children(token, "nmod").first(where: { $0 > after }) { return noun }
            }
        }
        for token in tokens {
            guard let head = tree.head(token), !tokens.contains(head) else { continue }
            if tree.has(token, any: ["nummod", "compound", "amod", "nmod"]), head > tokens.upperBound, isNoun(head) { return head }
        }
        return nil
    }

    private func isNoun(_ i: Int) -> Bool { tree.upos(i) == "NOUN" || tree.upos(i) == "PROPN" }
    private func isNounFollowing(_ i: Int) -> Bool { i + 1 < lower.count && isNoun(i + 1) }

    private func isOrdinalDigit(_ i: Int) -> Bool {
        lower[i].first?.isNumber == true && ["st", "nd", "rd", "th"].contains { lower[i].hasSuffix($0) }
    }

    private func isDateOrTime(_ i: Int, _ number: Number) -> Bool {
        if isScore(i) || isScore(i - 2) { return true }
        let next = number.last + 1 < lower.count ? lower[number.last + 1] : ""
        let previous = i > 0 ? lower[i - 1] : ""
        if ["a.m.", "p.m.", "am", "pm", "o'clock", "gmt", "st", "nd", "rd", "th"].contains(next) || Self.months.contains(next) {
            return true
        }
        if Self.months.contains(previous) { return true }
        guard number.last == i, lower[i].utf8.count == 4, let year = Int(lower[i]), (1000...2100).contains(year) else { return false }
        let head = tree.head(i)
        let counts = head.map { $0 > i && isNoun($0) && tree.tokens[$0].xpos.hasSuffix("S") } ?? false
        return !(counts && tree.has(i, "nummod"))
    }

    /// "2-1", "1966-1976", "59-18": two figures joined by a hyphen.
    private func isScore(_ i: Int) -> Bool {
        guard i >= 0, i + 2 < lower.count, ["-", "–"].contains(lower[i + 1]) else { return false }
        return lower[i].first?.isNumber == true && lower[i + 2].first?.isNumber == true
            && tree.tokens[i].span.end == tree.tokens[i + 1].span.start
    }

    private func qualifier(before start: Int) -> String {
        for length in [3, 2, 1] where start >= length {
            let words = lower[(start - length)..<start].joined(separator: " ")
            if Self.qualifiers.contains(words) { return words }
        }
        return ""
    }

    private static let qualifiers = WordSet(
        """
        about, around, some, nearly, almost, roughly, approximately, over, under, more than, fewer than, less than, at least, at most,
        up to, as many as, as much as, as few as, no more than, no fewer than, not more than, an estimated, estimated, only, just
        over, just under, well over, close to, another, upwards of, north of
        """)
    private static let currencySigns = WordSet(
        """
        $, US$, U.S.$, A$, AU$, C$, CA$, NZ$, NT$, HK$, S$, R$, £, €, ¥, ₹, ₽, ₩, ₪, ₴, ₦, USD, EUR, GBP, RS, RS., JPY, CNY
        """)
    private static let currencies = WordSet(
        """
        dollar, euro, pound, yen, yuan, renminbi, rupee, ruble, rouble, won, peso, franc, krona, krone, real, rand, lira, dinar,
        dirham, riyal, shekel, baht, ringgit, rupiah, cent, penny, pence, mark, crown, naira, shilling
        """)
    private static let durations: Set<String> = [
        "second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "weekend",
    ]
    private static let measures = WordSet(
        """
        km, kilometer, kilometre, m, meter, metre, cm, centimeter, centimetre, mm, millimeter, millimetre, mile, foot, feet, inch,
        yard, ton, tonne, kg, kilogram, kilo, gram, pound, ounce, liter, litre, gallon, barrel, acre, hectare, degree, mph, kph, knot,
        watt, kilowatt, megawatt, gigawatt, volt, celsius, fahrenheit, miles, kilometers, kilometres, meters, metres, light-year, kwh,
        mw, gw, mb, gb, tb, hz, mhz, ghz, °c, °f, ha, lb, lbs, ft, bpd, point
        """)
    private static let months = WordSet(
        """
        january, february, march, april, may, june, july, august, september, october, november, december, jan., feb., mar., apr.,
        jun., jul., aug., sept., sep., oct., nov., dec., jan, feb, mar, apr, jun, jul, aug, sept, sep, oct, nov, dec
        """)
}
