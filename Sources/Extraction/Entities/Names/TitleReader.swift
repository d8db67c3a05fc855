import Facts
import Lexicon

/// Finds the title in front of a person's name and splits it into the office and the body it belongs to.
struct TitleReader {
    private let words: SentenceWords
    private var lower: [String] { words.lower }
    private var gazetteer: Gazetteer { words.knowledge.gazetteer }

    init(_ words: SentenceWords) { self.words = words }

    /// An office or rank whose last word is the token before `person`.
    func title(before person: Int) -> OfficePhrase? {
        guard person > 0, let core = officeEnding(at: person - 1) else { return nil }
        return phrase(core: core.tokens, kind: core.kind, complement: nil)
    }

    /// The longest office of the table that ends with this token.
    func officeEnding(at last: Int) -> (tokens: ClosedRange<Int>, kind: OfficePhrase.Kind)? {
        for first in max(0, last - 5)...last {
            guard let office = gazetteer.office(words.joinedLower(first...last)) else { continue }
            return (first...last, kind(of: office, first...last))
        }
        return nil
    }

    /// The longest office of the table that begins with this token.
    func officeBeginning(at first: Int) -> (tokens: ClosedRange<Int>, kind: OfficePhrase.Kind)? {
        for last in stride(from: min(words.count - 1, first + 5), through: first, by: -1) {
            guard let office = gazetteer.office(words.joinedLower(first...last)) else { continue }
            return (first...last, kind(of: office, first...last))
        }
        return nil
    }

    /// Widens an office to the left over its adjectives and finds its owner and its status.
    /// - Parameter complement: tokens after the office that belong to it ("to Japan") or name its owner ("of the Senate").
    func phrase(core: ClosedRange<Int>, kind: OfficePhrase.Kind, complement: ClosedRange<Int>?) -> OfficePhrase {
        var first = core.lowerBound
        var status = ""
        var owner: ClosedRange<Int>?
        var cursor = first - 1
        while cursor >= 0, owner == nil {
            if Self.statuses.contains(lower[cursor]) {
                status = lower[cursor]
                cursor -= 1
            } else if lower[cursor] == "-", cursor > 0, lower[cursor - 1] == "ex" {
                status = "ex"
                cursor -= 2
            } else if lower[cursor] == "facto", cursor > 0, lower[cursor - 1] == "de" {
                first = cursor - 1
                cursor -= 2
            } else if words.isPossessive(cursor), cursor > 0, words.isNamePart[cursor - 1] {
                owner = nameEnding(at: cursor - 1)
            } else if words.isNamePart[cursor] {
                let run = nameEnding(at: cursor)
                guard let split = split(run, before: first) else { break }
                owner = split.owner
                first = split.office
                cursor = run.lowerBound - 1
                if run.lowerBound == first { continue }
            } else if isModifier(cursor), status.isEmpty {
                first = cursor
                cursor -= 1
            } else {
                break
            }
        }
        if cursor >= 0, owner != nil, let range = owner, range.lowerBound > 0, Self.statuses.contains(lower[range.lowerBound - 1]) {
            status = lower[range.lowerBound - 1]
        }
        return make(first...core.upperBound, kind, owner, status, complement)
    }

    private func make(
        _ office: ClosedRange<Int>, _ kind: OfficePhrase.Kind, _ owner: ClosedRange<Int>?, _ status: String,
        _ complement: ClosedRange<Int>?
    ) -> OfficePhrase {
        let start = min(office.lowerBound, owner?.lowerBound ?? office.lowerBound)
        let end = max(office.upperBound, complement?.upperBound ?? office.upperBound)
        func span(_ range: ClosedRange<Int>) -> Span {
            Span(words.tree.tokens[range.lowerBound].span.start, words.tree.tokens[range.upperBound].span.end)
        }
        var result = OfficePhrase(office: words.text(office), officeSpan: span(office), tokens: start...end, status: status, kind: kind)
        if let owner {
            result.owner = words.text(owner)
            result.ownerSpan = span(owner)
            result.ownerOrigin = .stated
        }
        return result
    }

    /// The run of name words that ends here, hyphens and "of" inside included.
    private func nameEnding(at last: Int) -> ClosedRange<Int> {
        var first = last
        while first > 0 {
            if words.isNamePart[first - 1] { first -= 1; continue }
            if first > 1, words.isNamePart[first - 2], words.isHyphen(first - 1) || lower[first - 1] == "of" || lower[first - 1] == "&" {
                first -= 2; continue
            }
            break
        }
        return first...last
    }

    /// Divides "US Defense" (before "Secretary") into owner and the rest of the office; nil where the run belongs to neither.
    private func split(_ run: ClosedRange<Int>, before office: Int) -> (owner: ClosedRange<Int>?, office: Int)? {
        let officeIsName = words.isNamePart[office]
        if let known = words.gazetteerName(at: run.lowerBound, upTo: run.upperBound) {
            if known.tokens.upperBound == run.upperBound || officeIsName,
                known.tokens.upperBound + 1 <= run.upperBound || known.tokens == run
            {
                let rest = known.tokens.upperBound + 1
                if rest > run.upperBound || isPortfolio(rest...run.upperBound) {
                    return (known.tokens, rest > run.upperBound ? office : rest)
                }
            }
            return (run, office)
        }
        if officeIsName, isPortfolio(run), !Self.officesOfBodies.contains(lower[office]) || run.allSatisfy({ isOfficeWord($0) }) {
            return (nil, run.lowerBound)
        }
        if officeIsName {
            for last in stride(from: run.upperBound - 1, through: run.lowerBound, by: -1) where isPortfolio((last + 1)...run.upperBound) {
                if !words.knowledge.isCommonWord(lower[last]) || gazetteer.type(ofNameEndingIn: lower[last]) == .organisation {
                    return (run.lowerBound...last, last + 1)
                }
            }
        }
        return (run, office)
    }

    /// "Foreign", "Defense", "Deputy Prime": words of an office, not of a body's name.
    private func isPortfolio(_ range: ClosedRange<Int>) -> Bool {
        range.allSatisfy { i in
            isOfficeWord(i)
                || (words.knowledge.isCommonWord(lower[i]) && gazetteer.type(ofNameEndingIn: lower[i]) == nil
                    && gazetteer.entry(words.form(i)) == nil)
                || words.isHyphen(i)
        }
    }

    private func isOfficeWord(_ i: Int) -> Bool { Self.portfolios.contains(lower[i]) || gazetteer.office(lower[i]) != nil }

    private func isModifier(_ i: Int) -> Bool {
        let part = words.tree.upos(i)
        return (part == "NOUN" || part == "ADJ" || part == "NUM" || words.isHyphen(i) || lower[i] == "vice")
            && !Self.looseModifiers.contains(lower[i])
    }

    private func kind(of office: Gazetteer.Office, _ tokens: ClosedRange<Int>) -> OfficePhrase.Kind {
        switch office.kind {
        case .office: .office
        case .rank: .rank
        case .address: .address
        case .role: .role
        }
    }

    static let statuses = WordSet(
        """
        former, ex, then, acting, late, retired, outgoing, incoming, interim, ousted, current, longtime, long-time, deposed,
        disgraced, new, caretaker, embattled
        """)
    private static let portfolios = WordSet(
        """
        foreign, defense, defence, finance, prime, deputy, vice, senior, chief, assistant, associate, general, executive, managing,
        national, security, police, army, navy, air, force, health, interior, justice, education, trade, economy, energy, environment,
        agriculture, transport, transportation, culture, labour, labor, home, press, state, attorney, solicitor, lieutenant, major,
        rear, first, second, special, presidential, economic, political, cabinet, house, senate, majority, minority, opposition,
        party, under, treasury, commerce, homeland
        """)
    /// Offices before which a capitalised word names a body rather than a field: "Apple CEO".
    private static let officesOfBodies = WordSet(
        """
        ceo, cfo, coo, cto, founder, co-founder, cofounder, chairman, chairwoman, chairperson, spokesman, spokeswoman, spokesperson,
        president, executive
        """)
    private static let looseModifiers = WordSet(
        """
        other, many, several, own, same, such, last, next, two, three, own
        """)
}
