import Facts
import Lexicon
import Linguistics

/// Finds the names of a sentence: the language model's spans and runs of capitalised words, cut into titles, owners and names.
struct NameFinder {
    private let words: SentenceWords
    private let titles: TitleReader
    private let typer: NameTyper
    private var lower: [String] { words.lower }
    private var gazetteer: Gazetteer { words.knowledge.gazetteer }

    init(_ words: SentenceWords) {
        self.words = words
        titles = TitleReader(words)
        typer = NameTyper(words)
    }

    /// In text order, without overlap.
    func find() -> [NameCandidate] {
        var result = NameChunker(words).runs().filter { !isPlain($0) }.flatMap(analyse)
        result = addQuoted(to: addLoose(to: result))
        linkAbbreviations(&result)
        return result
    }

    private func analyse(_ run: ClosedRange<Int>) -> [NameCandidate] {
        if let known = words.gazetteerName(at: run.lowerBound, upTo: run.upperBound), known.tokens == run {
            if let person = person(in: run), person.grounds == .title, person.title?.kind != .role { return [person] }
            return [geographic(known)]
        }
        if let parts = titled(run) { return parts }
        if let owner = officeOnly(run) { return owner.map(analyse) ?? [] }
        if let parts = hyphenated(run) { return parts }
        if let parts = prefixed(run) { return parts }
        if let parts = modelParts(run) { return parts }
        let (type, grounds) = typer.type(run)
        return [NameCandidate(tokens: run, type: type, grounds: grounds)]
    }

    /// Common nouns with a capital for emphasis: "the Members of the club".
    private func isPlain(_ run: ClosedRange<Int>) -> Bool {
        if run.count > 1, run.lowerBound > 0, words.tree.xpos(run.lowerBound - 1) == "NN" { return false }
        return run.allSatisfy { i in
            let tag = words.tree.xpos(i)
            let isOpening =
                run.count == 1 && opensSentence(i) && !words.known.contains(words.form(i)) && words.knowledge.isCommonNoun(lower[i])
                && words.form(i).unicodeScalars.dropFirst().contains { $0.properties.isLowercase }
                && gazetteer.gender(ofFirstName: words.form(i)) == nil
            return (isOpening || tag != "NNP" && tag != "NNPS") && !NameForm.isAcronym(words.form(i))
                && words.knowledge.isCommonWord(lower[i]) && gazetteer.entry(words.form(i)) == nil
        } && !words.names.contains { run.contains($0.first) } && typer.strongType(run) == nil
    }

    private func opensSentence(_ i: Int) -> Bool { (0..<i).allSatisfy { words.tree.upos($0) == "PUNCT" } }

    private func geographic(_ known: (tokens: ClosedRange<Int>, entry: Gazetteer.Entry)) -> NameCandidate {
        let type: EntityType =
            switch known.entry.kind {
            case .country: .country
            case .demonym: .nationality
            case .region, .city, .capital: .place
            case .government, .organisation: .organisation
            }
        var candidate = NameCandidate(tokens: known.tokens, type: type, grounds: .gazetteer, entry: known.entry)
        if known.entry.kind == .city || known.entry.kind == .organisation && !NameForm.isAcronym(words.form(known.tokens.lowerBound)),
            known.tokens.count == 1, let model = typer.modelType(known.tokens), model != type, model != .country
        {
            candidate.type = model
            candidate.grounds = .model
            candidate.entry = nil
        }
        return candidate
    }

    // MARK: Persons with titles

    private func titled(_ run: ClosedRange<Int>) -> [NameCandidate]? {
        for start in run.reversed() {
            guard let core = titles.officeEnding(at: start - 1 >= 0 ? start - 1 : 0), start > 0 else { continue }
            guard isPerson(start...run.upperBound, after: core) else { continue }
            let title = titles.title(before: start)
            var candidate = NameCandidate(tokens: start...run.upperBound, type: .person, grounds: .title)
            candidate.title = title
            let ownerEnd = (title?.officeSpan.start).map { firstToken(at: $0) - 1 } ?? start - 1
            let before = ownerEnd >= run.lowerBound ? analyse(run.lowerBound...ownerEnd) : []
            return before + [candidate]
        }
        return complementTitle(run)
    }

    /// "Ambassador to Japan Rahm Emanuel", "Minister of Finance Taro Aso": the office's complement runs into the name.
    private func complementTitle(_ run: ClosedRange<Int>) -> [NameCandidate]? {
        guard run.lowerBound > 1 else { return nil }
        var preposition = run.lowerBound - 1
        if lower[preposition] == "the", preposition > 1 { preposition -= 1 }
        guard ["of", "to", "for", "on"].contains(lower[preposition]), let core = titles.officeEnding(at: preposition - 1) else {
            return nil
        }
        guard core.kind == .office, let split = complementEnd(run), split < run.upperBound,
            isPerson((split + 1)...run.upperBound, after: core)
        else { return nil }
        var candidate = NameCandidate(tokens: (split + 1)...run.upperBound, type: .person, grounds: .title)
        var title = titles.phrase(core: core.tokens, kind: core.kind, complement: preposition...split)
        let complement = run.lowerBound...split
        let isPlace = words.gazetteerName(at: run.lowerBound, upTo: split)?.tokens == complement
        if lower[preposition] == "of", isPlace, title.owner == nil {
            title.owner = words.text(complement)
            title.ownerSpan = span(complement)
            title.ownerOrigin = .stated
        } else {
            title.office = words.text(firstToken(at: title.officeSpan.start)...split)
            title.officeSpan = Span(title.officeSpan.start, words.tree.tokens[split].span.end)
        }
        candidate.title = title
        return (isPlace ? analyse(complement) : []) + [candidate]
    }

    private func complementEnd(_ run: ClosedRange<Int>) -> Int? {
        if let known = words.gazetteerName(at: run.lowerBound, upTo: run.upperBound) { return known.tokens.upperBound }
        if let name = words.names.first(where: { $0.type == .person && $0.last == run.upperBound && $0.first > run.lowerBound }) {
            return name.first - 1
        }
        let common = run.prefix {
            (words.knowledge.isCommonWord(lower[$0]) && !gazetteer.isFirstName(words.form($0))) || lower[$0] == "and"
        }
        return common.isEmpty || common.count == run.count ? nil : run.lowerBound + common.count - 1
    }

    private func person(in run: ClosedRange<Int>) -> NameCandidate? {
        guard run.lowerBound > 0, let core = titles.officeEnding(at: run.lowerBound - 1), isPerson(run, after: core),
            let title = titles.title(before: run.lowerBound)
        else { return nil }
        var candidate = NameCandidate(tokens: run, type: .person, grounds: .title)
        candidate.title = title
        return candidate
    }

    private func isPerson(_ range: ClosedRange<Int>, after office: (tokens: ClosedRange<Int>, kind: OfficePhrase.Kind)) -> Bool {
        guard range.count <= 6, !range.contains(where: { ["of", "for", "and", "&"].contains(lower[$0]) }) else { return false }
        if range.count == 1, range.upperBound + 1 < words.count, lower[range.upperBound + 1] == "of", gazetteer.office(lower[range.upperBound]) != nil
        {
            return false
        }
        let model = typer.modelType(range)
        if model == .person { return true }
        let strong = typer.strongType(range) ?? plainKind(range)
        if strong == nil, typer.looksPersonal(range) { return true }
        if office.kind == .address { return range.count == 1 || strong == nil || NameTyper.surnames.contains(lower[range.upperBound]) }
        let entry = words.gazetteerName(at: range.lowerBound, upTo: range.upperBound)
        if let entry, entry.tokens == range, entry.entry.kind != .city && entry.entry.kind != .capital { return false }
        if strong != nil || titles.officeEnding(at: range.upperBound) != nil { return false }
        if office.kind == .role {
            return !Self.rolesOfBodies.contains(lower[office.tokens.upperBound]) && range.count >= 2 && model == nil && entry == nil
                && !range.contains { NameForm.isAcronym(words.form($0)) }
        }
        if let model, model != .place, model != .thing { return false }
        return !NameForm.isAcronym(words.form(range.lowerBound))
            && !range.allSatisfy { words.knowledge.isCommonWord(lower[$0]) && model == nil && range.count > 1 }
    }

    /// A single word that tells a body or place: "Hospital" in "Mercy General Hospital".
    private func plainKind(_ range: ClosedRange<Int>) -> EntityType? {
        guard range.count == 1, !NameTyper.surnames.contains(lower[range.lowerBound]), words.knowledge.isCommonNoun(lower[range.lowerBound])
        else { return nil }
        return gazetteer.type(ofNameEndingIn: lower[range.lowerBound])
    }

    /// "US Secretary of State", "Foreign Minister": a description, not a name. Gives the owner's part, if any.
    private func officeOnly(_ run: ClosedRange<Int>) -> ClosedRange<Int>?? {
        guard let core = titles.officeEnding(at: run.upperBound), core.tokens.lowerBound >= run.lowerBound,
            core.kind != .role || !words.tree.xpos(run.upperBound).hasPrefix("NNP")
        else { return nil }
        if core.kind == .rank || core.kind == .address, run.count == 1, typer.modelType(run) == .person { return nil }
        let phrase = titles.phrase(core: core.tokens, kind: core.kind, complement: nil)
        let officeStart = firstToken(at: phrase.officeSpan.start)
        return .some(officeStart > run.lowerBound ? run.lowerBound...(officeStart - 1) : nil)
    }

    // MARK: Runs of several names

    /// "US-Japan Security Treaty" is one name, "U.S.-Japan" in "the U.S.-Japan relationship" two.
    private func hyphenated(_ run: ClosedRange<Int>) -> [NameCandidate]? {
        guard let hyphen = run.first(where: { words.isHyphen($0) && $0 > run.lowerBound && $0 < run.upperBound }) else { return nil }
        guard let left = words.gazetteerName(at: run.lowerBound, upTo: hyphen - 1), left.tokens.upperBound == hyphen - 1 else { return nil }
        guard let right = words.gazetteerName(at: hyphen + 1, upTo: run.upperBound) else { return nil }
        if right.tokens.upperBound < run.upperBound, let type = typer.strongType(run) {
            return [NameCandidate(tokens: run, type: type, grounds: .lastWord)]
        }
        let rest = right.tokens.upperBound < run.upperBound ? analyse((right.tokens.upperBound + 1)...run.upperBound) : []
        return [geographic(left), geographic(right)] + rest
    }

    private func prefixed(_ run: ClosedRange<Int>) -> [NameCandidate]? {
        guard let known = words.gazetteerName(at: run.lowerBound, upTo: run.upperBound), known.tokens.upperBound < run.upperBound else {
            return nil
        }
        let rest = (known.tokens.upperBound + 1)...run.upperBound
        guard words.isNamePart[rest.lowerBound] || lower[rest.lowerBound].first?.isNumber == true else { return nil }
        if let type = typer.strongType(run) { return [NameCandidate(tokens: run, type: type, grounds: .lastWord)] }
        if let model = words.names.first(where: { $0.first == run.lowerBound && $0.last == run.upperBound }) {
            return [NameCandidate(tokens: run, type: model.type, grounds: .model)]
        }
        let isPersonAfter = typer.modelType(rest) == .person || typer.looksPersonal(rest)
        let isKnownAfter = words.gazetteerName(at: rest.lowerBound, upTo: rest.upperBound)?.tokens == rest
        if known.entry.kind == .demonym || isPersonAfter || isKnownAfter { return [geographic(known)] + analyse(rest) }
        if gazetteer.isFirstName(words.form(run.lowerBound)), known.entry.kind == .city { return nil }
        if known.entry.kind == .country, typer.modelType(rest) == nil, rest.count == 1, words.knowledge.isCommonNoun(lower[rest.lowerBound]) {
            return [geographic(known)] + analyse(rest)
        }
        return nil
    }

    /// Follows the model where it sees several names in one run.
    private func modelParts(_ run: ClosedRange<Int>) -> [NameCandidate]? {
        var inside: [NameSpan] = []
        for name in words.names where run.contains(name.first) && run.contains(name.last) {
            if let last = inside.last, isDoubleSurname(last, name) {
                inside[inside.count - 1].last = name.last
            } else {
                inside.append(name)
            }
        }
        if inside.count == 1, inside[0].first == run.lowerBound, inside[0].last == run.upperBound, inside[0].type == .person {
            return [NameCandidate(tokens: run, type: .person, grounds: .model)]
        }
        guard inside.count > 1, typer.strongType(run) == nil else { return nil }
        return inside.map { name in
            let range = name.first...name.last
            if let known = words.gazetteerName(at: name.first, upTo: name.last), known.tokens == range { return geographic(known) }
            return NameCandidate(tokens: range, type: name.type, grounds: .model)
        }
    }

    /// "Ann Berg-Lund", of which the model saw "Ann Berg" and "Lund".
    private func isDoubleSurname(_ a: NameSpan, _ b: NameSpan) -> Bool {
        a.type == .person && b.type == .person && a.first < a.last && b.first == a.last + 2 && words.isHyphen(a.last + 1)
            && words.touchesPrevious(a.last + 1) && words.touchesPrevious(b.first)
    }

    // MARK: Names outside the runs

    /// The model's names and demonyms that no run covers.
    private func addLoose(to found: [NameCandidate]) -> [NameCandidate] {
        var covered = [Bool](repeating: false, count: words.count)
        for candidate in found {
            for i in candidate.tokens { covered[i] = true }
            if let title = candidate.title { for i in title.tokens { covered[i] = true } }
        }
        var result = found
        for name in words.names where !(name.first...name.last).contains(where: { covered[$0] }) {
            if titles.officeEnding(at: name.last) != nil { continue }
            result.append(NameCandidate(tokens: name.first...name.last, type: name.type, grounds: .model))
            for i in name.first...name.last { covered[i] = true }
        }
        for i in lower.indices where !covered[i] {
            guard let known = words.gazetteerName(at: i, upTo: words.count - 1), known.tokens.count == 1 || known.entry.kind != .city else {
                continue
            }
            guard known.entry.kind == .demonym || known.entry.kind == .country || known.tokens.count > 1 else { continue }
            guard !known.tokens.contains(where: { covered[$0] }) else { continue }
            if !known.tokens.contains(where: { words.isNamePart[$0] }), words.tree.upos(i) == "PRON" { continue }
            result.append(geographic(known))
            for token in known.tokens { covered[token] = true }
        }
        return result.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// Titles in quotation marks, each word of weight with a capital: “The Long Road Home”.
    private func addQuoted(to found: [NameCandidate]) -> [NameCandidate] {
        var result = found
        var i = 0
        while i < words.count {
            guard ["“", "\"", "``"].contains(lower[i]),
                let close = (i + 1..<words.count).first(where: { ["”", "\"", "''"].contains(lower[$0]) })
            else {
                i += 1
                continue
            }
            var last = close - 1
            while last > i, words.tree.upos(last) == "PUNCT" { last -= 1 }
            if last > i, isTitleCase((i + 1)...last) {
                let range = (i + 1)...last
                let strong = typer.strongType(range) ?? .work
                let type: EntityType = strong == .event || strong == .organisation ? strong : .work
                result.removeAll { range.overlaps($0.tokens) }
                result.append(NameCandidate(tokens: range, type: type, grounds: .lastWord))
            }
            i = close + 1
        }
        return result.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    private func isTitleCase(_ range: ClosedRange<Int>) -> Bool {
        guard (2...10).contains(range.count) else { return false }
        var capitals = 0
        for i in range {
            guard let first = words.form(i).unicodeScalars.first else { return false }
            if first.properties.isUppercase {
                capitals += 1
                continue
            }
            if words.isPossessive(i) || ["of", "the", "and", "for", "in", "a", "to", "on", "at", "'"].contains(lower[i])
                || words.isHyphen(i)
            {
                continue
            }
            return false
        }
        return capitals >= 2 && words.form(range.lowerBound).unicodeScalars.first!.properties.isUppercase
    }

    /// "Democratic Progressive Party (DPP)", "DPP (Democratic Progressive Party)".
    private func linkAbbreviations(_ candidates: inout [NameCandidate]) {
        for i in candidates.indices {
            let open = candidates[i].tokens.upperBound + 1
            guard open + 2 < words.count, lower[open] == "(", lower[open + 2] == ")" else { continue }
            let short = words.form(open + 1)
            let capitals = short.unicodeScalars.filter(\.properties.isUppercase).count
            guard candidates[i].tokens.count > 1, candidates[i].type != .person,
                short.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || $0 == "." || $0 == "-" })
            else { continue }
            guard
                (NameForm.isAcronym(short) && candidates[i].type != .place)
                    || (capitals >= 1 && NameForm.abbreviates(short, words.text(candidates[i].tokens)))
            else { continue }
            candidates[i].abbreviation = (open + 1)...(open + 1)
        }
    }

    /// Roles that companies and clubs have as well as persons.
    private static let rolesOfBodies = WordSet(
        """
        rival, partner, counterpart, successor, predecessor, host, model, winner, champion, independent, broadcaster, publisher,
        producer, developer, player, designer, trader, broker, investor, driver, forward, prop, critic, conservative, liberal, father,
        mother
        """)

    private func span(_ range: ClosedRange<Int>) -> Span {
        Span(words.tree.tokens[range.lowerBound].span.start, words.tree.tokens[range.upperBound].span.end)
    }

    private func firstToken(at offset: Int) -> Int {
        words.tree.tokens.firstIndex { $0.span.end > offset } ?? words.count - 1
    }
}
