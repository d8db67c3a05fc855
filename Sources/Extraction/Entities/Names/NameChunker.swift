import Facts

/// Cuts a sentence into runs of words that may be names: capitalised words with the small words that names have inside.
struct NameChunker {
    private let words: SentenceWords
    private var lower: [String] { words.lower }

    init(_ words: SentenceWords) { self.words = words }

    /// In text order, without overlap. Titles and owners are still part of the runs.
    func runs() -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        var i = 0
        while i < words.count {
            guard words.isNamePart[i] else { i += 1; continue }
            let last = end(from: i)
            if last > i || !Self.isParticle(words.form(i)) { runs.append(i...last) }
            i = last + 1
        }
        return runs
    }

    /// "de", "von": part of a name only beside another.
    static func isParticle(_ form: String) -> Bool { particles.contains(form) }

    private func end(from first: Int) -> Int {
        var last = first
        while let next = continuation(of: first...last) { last = next }
        return last
    }

    /// The last token of the run lengthened by one step, or nil where it ends.
    private func continuation(of run: ClosedRange<Int>) -> Int? {
        let last = run.upperBound
        let next = last + 1
        guard next < words.count else { return nil }
        if words.isNamePart[next] { return next }
        if isNumberOfName(next, after: run) { return next }
        guard next + 1 < words.count else { return nil }
        let isFollowed = words.isNamePart[next + 1]
        if words.isHyphen(next), words.touchesPrevious(next), words.touchesPrevious(next + 1) {
            return isFollowed || isModelNumber(next + 1) || isSecondSyllable(next + 1, after: run) ? next + 1 : nil
        }
        if words.isPossessive(next), Self.innerPossessives.contains(lower[last]), isFollowed { return next + 1 }
        if lower[next] == "'" || lower[next] == "’", Self.innerPossessives.contains(lower[last]), isFollowed { return next + 1 }
        if lower[next] == "&", isFollowed { return next + 1 }
        if let end = nickname(run, next) { return end }
        if Self.particles.contains(lower[next]), isFollowed, !words.knowledge.isCommonWord(lower[last]) { return next + 1 }
        return connected(run, next)
    }

    /// "Kim Ji-won", "Roh Moo-hyun": the small second half of a given name behind a family name.
    private func isSecondSyllable(_ i: Int, after run: ClosedRange<Int>) -> Bool {
        let half = lower[i]
        guard run.count >= 2, half.utf8.count <= 6, lower[run.upperBound].utf8.count <= 6, half.utf8.allSatisfy({ (97...122).contains($0) }),
            !words.knowledge.isCommonNoun(lower[run.upperBound])
        else { return false }
        return !half.hasSuffix("ed") && !half.hasSuffix("ing") && !Self.compoundEnds.contains(half)
    }

    private static let compoundEnds: Set<String> = [
        "led", "born", "run", "held", "built", "made", "style", "era", "wide", "bound", "old", "elect", "size", "like", "type", "time", "day", "long",
        "free", "rich", "class", "level", "proof", "only", "grown", "area", "to", "and", "of", "the", "a",
    ]

    /// "Bank of England", "Rim of the Pacific", "Center for Strategic and International Studies".
    private func connected(_ run: ClosedRange<Int>, _ next: Int) -> Int? {
        let last = run.upperBound
        var target = next + 1
        switch lower[next] {
        case "of", "for":
            if lower[target] == "the", target + 1 < words.count { target += 1 }
            guard words.isNamePart[target] || isModelNumber(target), takesComplement(run, by: lower[next]) else { return nil }
            return target
        case "and":
            guard words.isNamePart[target], !isOwnName(target) else { return nil }
            let connectors = run.filter { lower[$0] == "of" || lower[$0] == "for" }
            if let connector = connectors.last, isBody(lower[connector - 1]), words.knowledge.isCommonWord(lower[last]), !isOwnName(last) {
                return target
            }
            return isPairBeforeBody(run, target) ? target : nil
        default:
            return nil
        }
    }

    /// 'John "Jack" Smith': the last token of the name, or nil.
    private func nickname(_ run: ClosedRange<Int>, _ quote: Int) -> Int? {
        guard quote + 3 < words.count, ["“", "\"", "``"].contains(lower[quote]), ["”", "\"", "''"].contains(lower[quote + 2]) else {
            return nil
        }
        guard words.isNamePart[quote + 1], words.isNamePart[quote + 3], words.knowledge.gazetteer.isFirstName(words.form(run.lowerBound))
        else { return nil }
        return quote + 3
    }

    private func takesComplement(_ run: ClosedRange<Int>, by preposition: String) -> Bool {
        let last = run.upperBound
        let head = lower[last]
        guard words.knowledge.isCommonNoun(head), !isOwnName(last), !isOffice(head) else { return false }
        if run.count > 1, words.gazetteerName(at: run.lowerBound, upTo: last)?.tokens == run { return false }
        return preposition == "of" || isBody(head) || Self.forWords.contains(head)
    }

    /// "Food and Drug Administration".
    private func isPairBeforeBody(_ run: ClosedRange<Int>, _ target: Int) -> Bool {
        let owner = words.gazetteerName(at: run.lowerBound, upTo: run.upperBound)?.tokens.count ?? 0
        guard run.count - owner == 1, words.knowledge.isCommonWord(lower[run.upperBound]), words.knowledge.isCommonWord(lower[target])
        else { return false }
        var end = target
        while end + 1 < words.count, words.isNamePart[end + 1] { end += 1 }
        return end > target && isBody(lower[end])
    }

    private func isOwnName(_ i: Int) -> Bool { words.knowledge.gazetteer.entry(words.form(i)) != nil || NameForm.isAcronym(words.form(i)) }
    private func isBody(_ word: String) -> Bool { words.knowledge.gazetteer.type(ofNameEndingIn: word) == .organisation }
    private func isOffice(_ word: String) -> Bool { words.knowledge.gazetteer.office(word).map { $0.kind != .role } ?? false }

    /// "Resolution 2249", "Apollo 11": a figure at the end of a name, not the count of a noun that follows.
    private func isNumberOfName(_ i: Int, after run: ClosedRange<Int>) -> Bool {
        let form = words.form(i)
        guard form.utf8.count <= 4, form.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return false }
        if i + 2 < words.count, words.isHyphen(i + 1), words.touchesPrevious(i + 1) { return false }
        if ["nummod", "compound", "nmod:unmarked", "flat", "dep", "nmod"].contains(words.tree.relation(i)), let head = words.tree.head(i),
            head > i
        {
            return false
        }
        if let head = words.tree.head(i), !run.contains(head) { return false }
        let last = lower[run.upperBound]
        guard !isBody(last) else { return false }
        guard !SentenceWords.isFunctionWord(last), words.knowledge.gazetteer.entry(words.form(run.upperBound)) == nil else { return false }
        return !(form.utf8.count == 4 && (form.hasPrefix("19") || form.hasPrefix("20")))
    }

    private func isModelNumber(_ i: Int) -> Bool {
        words.form(i).utf8.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } == true && i > 1 && words.isHyphen(i - 1)
            && words.form(i - 2).utf8.count <= 6
            || ["Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Twelve", "Twenty"].contains(words.form(i))
    }

    private static let innerPossessives = WordSet(
        """
        people, peoples, peoples', women, men, children, workers, veterans, lloyd, moody, mcdonald, king, queen, player, farmers,
        world, nurses, teachers, lawyers, governors, presidents, sotheby, christie, domino, wendy, levi, macy, john
        """)
    private static let particles = WordSet(
        """
        de, la, del, della, van, von, der, den, bin, ibn, al, el, da, dos, du, ten, ter, y, e, di
        """)
    private static let forWords = WordSet(
        """
        campaign, coalition, plan, doctors, reporters, citizens, lawyers, conference, day, treaty, convention, agreement, programme,
        program, initiative, organization, organisation, strategy, framework
        """)
}
