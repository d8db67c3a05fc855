import Facts

/// Finds which way the verb that governs a time phrase points.
///
/// The verb is sought by word order: the nearest one before the phrase, else the first one after it. "said Wednesday it will close" is
/// past, "will say on Wednesday that it closed" is future.
struct GoverningVerb {
    let words: [Word]

    /// - Parameter range: the words of the phrase.
    func direction(of range: Range<Int>) -> Direction {
        if let noun = directionOfNoun(near: range) { return noun }
        if isAttribute(range) { return .unknown }
        let isPossessive = words.indices.contains(range.upperBound) && ["'s", "’s"].contains(form(range.upperBound))
        if let verb = verbBefore(range.lowerBound, finite: isPossessive) { return verb }
        return verbAfter(range.upperBound) ?? .unknown
    }

    /// The tag, or what the form gives away of it.
    private func tag(_ index: Int) -> Substring {
        let word = words[index]
        if !word.xpos.isEmpty { return Substring(word.xpos) }
        let form = word.form.lowercased()
        if let known = Self.closedForms[form] { return Substring(known) }
        if form.hasSuffix("ed") && form.utf8.count > 4 || Self.irregularPasts.contains(form) {
            return followsAuxiliary(index) ? "VBN" : "VBD"
        }
        if form.hasSuffix("ing") && form.utf8.count > 5 { return "VBG" }
        if index > 0, Self.closedForms[words[index - 1].form.lowercased()] == "MD" || words[index - 1].form == "to" { return "VB" }
        if form.hasSuffix("s"),
            Self.timetableVerbs.contains(String(form.dropLast())) || Self.timetableVerbs.contains(String(form.dropLast(2)))
        {
            return "VBZ"
        }
        return Self.timetableVerbs.contains(form) && index > 0 && words[index - 1].form.hasSuffix("y") ? "VBP" : ""
    }

    private func followsAuxiliary(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        let before = form(index - 1)
        if before.hasSuffix("ly") || before == "not" { return index > 1 && Self.auxiliaries.contains(form(index - 2)) }
        return Self.auxiliaries.contains(before)
    }

    private static let auxiliaries: Set<String> = [
        "be", "been", "being", "is", "are", "was", "were", "'s", "'re", "has", "have", "had", "'ve", "get", "got",
    ]

    private func isVerb(_ tag: Substring) -> Bool { tag.hasPrefix("VB") || tag == "MD" }
    private func form(_ index: Int) -> String { words[index].form.lowercased() }
    private func lemma(_ index: Int) -> String { words[index].lemma.isEmpty ? form(index) : words[index].lemma.lowercased() }

    /// "an April 2nd report": no verb governs what only tells one noun from another.
    private func isAttribute(_ range: Range<Int>) -> Bool {
        guard range.lowerBound > 0, words.indices.contains(range.upperBound) else { return false }
        let tag = words[range.upperBound].xpos
        return ["a", "an", "its", "their", "his", "her", "our", "'s", "’s"].contains(form(range.lowerBound - 1))
            && (tag.hasPrefix("NN") || tag.isEmpty && words[range.upperBound].form.utf8.first.map { $0 > 64 } ?? false)
    }

    private func directionOfNoun(near range: Range<Int>) -> Direction? {
        for index in [range.upperBound, range.upperBound + 1] where words.indices.contains(index) {
            if Self.futureNouns.contains(form(index)) { return .future }
        }
        return nil
    }

    /// - Parameter finite: pass over infinitives: "declined to comment on Thursday's report".
    private func verbBefore(_ start: Int, finite: Bool) -> Direction? {
        if start > 0, isTimetableNoun(start - 1) { return .future }
        var index = start - 1
        while index >= 0 {
            if words[index].form == ";" { return nil }
            let tag = tag(index)
            if finite && tag == "VB" && index > 0 && self.tag(index - 1) == "TO" {
                index -= 2
                continue
            }
            if isVerb(tag) || Self.futureAdjectives.contains(form(index)) {
                if let direction = directionOfGroup(endingAt: index, tag) {
                    // "is" announces only what stands beside it: "the vote is on Friday".
                    let announces = direction == .future && isPresentBe(index, tag)
                    return announces && start - index > 3 ? .present : direction
                }
            } else if Self.futureNouns.contains(form(index)), start - index < 5 {
                return .future
            }
            index -= 1
        }
        return nil
    }

    /// "Trading resumes Monday", where the tagger may see a plural.
    private func isTimetableNoun(_ index: Int) -> Bool {
        tag(index) == "NNS" && Self.timetableVerbs.contains(String(form(index).dropLast()))
    }

    private func isPresentBe(_ index: Int, _ tag: Substring) -> Bool {
        Self.beForms.contains(form(index)) || tag == "VBG"
    }

    private func verbAfter(_ start: Int) -> Direction? {
        var index = start
        while index < words.count {
            let tag = tag(index)
            if tag == "MD" || tag.hasPrefix("VB"), !isRelative(index - 1) {
                // Walk to the end of the group, so that "has been set" is read whole.
                var last = index
                while last + 1 < words.count, last < index + 4,
                    isVerb(self.tag(last + 1)) || self.tag(last + 1) == "RB" || self.tag(last + 1) == "TO"
                { last += 1 }
                while last > index, !isVerb(self.tag(last)) { last -= 1 }
                if let direction = directionOfGroup(endingAt: last, self.tag(last)) { return direction }
                index = last
            }
            index += 1
        }
        return nil
    }

    /// The verb after "which" says something of a noun, not of the sentence's time.
    private func isRelative(_ index: Int) -> Bool {
        index >= 0 && (["WDT", "WP"].contains(tag(index)) || ["which", "who", "that"].contains(form(index)))
    }

    /// The direction of a verb with its auxiliaries; nil where it has none of its own (a participle that leans on another verb).
    private func directionOfGroup(endingAt index: Int, _ tag: Substring) -> Direction? {
        if Self.futureAdjectives.contains(form(index)), !tag.hasPrefix("VBD") { return .future }
        switch tag {
        case "MD": return Self.pastModals.contains(form(index)) ? .past : .future
        case "VBD": return Self.planVerbs.contains(lemma(index)) && isPassiveOrPlan(index) ? .future : .past
        case "VBZ", "VBP":
            if Self.beForms.contains(form(index)) { return .future }
            if ["has", "have", "'ve"].contains(form(index)) { return .past }
            return Self.timetableVerbs.contains(lemma(index)) || Self.timetableVerbs.contains(form(index))
                || Self.planVerbs.contains(lemma(index))
                || Self.timetableVerbs.contains(String(form(index).dropLast()))
                ? .future : .present
        case "VBN", "VB", "VBG": return directionOfAuxiliaries(before: index, tag)
        default: return nil
        }
    }

    /// "was scheduled for", "planned to": the plan points ahead; "planned a meeting Monday" doesn't.
    private func isPassiveOrPlan(_ index: Int) -> Bool {
        let next = index + 1 < words.count ? form(index + 1) : ""
        return next == "for" || next == "to" || index > 0 && Self.beForms.union(Self.pastBeForms).contains(form(index - 1))
    }

    private func directionOfAuxiliaries(before index: Int, _ tag: Substring) -> Direction? {
        if tag == "VBN", Self.planVerbs.contains(lemma(index)) || Self.planVerbs.contains(form(index)) { return .future }
        var position = index - 1
        var perfect = false, passive = false
        while position >= 0, index - position < 6 {
            let word = form(position)
            switch self.tag(position) {
            case "MD": return perfect && tag == "VBN" && word != "will" && word != "'ll" && word != "wo" ? .past : .future
            case "TO" where tag == "VB" || passive: return perfect || isBroughtAbout(before: position) ? .past : .future
            case "VB" where word == "have": perfect = true
            case "VB" where word == "be": passive = true
            case "VB", "VBN", "RB", "": break
            case "VBD": return tag == "VBG" && Self.pastBeForms.contains(word) || tag == "VBN" || word == "did" ? .past : leans(tag)
            case "VBZ", "VBP":
                if tag == "VBN" { return Self.beForms.contains(word) ? .present : .past }
                if tag == "VBG" { return Self.beForms.contains(word) ? .future : nil }
                return tag == "VB" ? .present : nil
            default: return leans(tag)
            }
            position -= 1
        }
        return leans(tag)
    }

    /// "forced the minister to resign in February": a past verb that says its infinitive came about.
    private func isBroughtAbout(before index: Int) -> Bool {
        for position in stride(from: index - 1, through: max(0, index - 8), by: -1) {
            let tag = tag(position)
            if tag == "MD" || tag == "VBZ" || tag == "VBP" { return false }
            if tag == "VBD" || tag == "VBN" { return Self.implicativeVerbs.contains(lemma(position)) }
        }
        return false
    }

    private static let implicativeVerbs: Set<String> = [
        "force", "forced", "compel", "cause", "lead", "led", "allow", "enable", "help", "fail", "manage", "refuse", "decline",
        "begin", "began", "start", "continue", "cease", "choose", "chose", "happen", "prompt", "oblige", "drive", "drove",
        "persuade", "go", "went", "come", "came", "use", "used", "prove",
    ]

    /// A participle without auxiliary: "figures released Thursday" is past, "… , opening Monday" leans on another verb.
    private func leans(_ tag: Substring) -> Direction? { tag == "VBN" ? .past : nil }

    private static let beForms: Set<String> = ["is", "are", "'s", "'re", "am", "’s", "’re"]
    private static let pastBeForms: Set<String> = ["was", "were", "been"]
    private static let pastModals: Set<String> = ["used"]
    private static let futureNouns: Set<String> = ["deadline", "schedule", "expected", "due"]
    private static let futureAdjectives: Set<String> = ["due", "scheduled", "slated", "likely", "upcoming", "planned", "expected", "set"]
    private static let planVerbs: Set<String> = [
        "plan", "schedule", "expect", "slate", "intend", "aim", "hope", "set", "due", "plans", "scheduled", "slated",
        "expected", "planned",
    ]
    /// Verbs whose present tense announces: "the plant closes next week".
    private static let timetableVerbs: Set<String> = [
        "open", "close", "begin", "start", "end", "expire", "run", "arrive", "leave", "depart", "meet", "vote", "hold",
        "resume", "launch", "take", "go", "come", "return", "play", "face", "finish", "celebrate", "host", "visit", "sit",
    ]
    private static let closedForms: [String: String] = [
        "will": "MD", "'ll": "MD", "wo": "MD", "shall": "MD", "may": "MD", "might": "MD", "would": "MD", "could": "MD",
        "should": "MD", "can": "MD", "must": "MD", "is": "VBZ", "are": "VBP", "'re": "VBP", "am": "VBP", "has": "VBZ",
        "have": "VBP", "was": "VBD", "were": "VBD", "had": "VBD", "did": "VBD", "does": "VBZ", "do": "VBP", "be": "VB",
        "been": "VBN", "to": "TO", "not": "RB", "also": "RB", "n't": "RB",
    ]
    private static let irregularPasts: Set<String> = [
        "said", "met", "left", "hit", "fell", "rose", "told", "began", "won", "lost", "broke", "took", "made", "gave", "came",
        "went", "held", "ran", "shot", "sold", "bought", "spoke", "wrote", "led", "became", "found", "got", "grew", "kept",
        "paid", "put", "read", "sent", "set", "stood", "struck", "thought", "woke", "fled", "flew", "drew", "drove", "built",
        "caught", "chose", "dealt", "felt", "fought", "knew", "let", "saw", "sank", "spent", "swore", "tore", "wed", "died",
    ]
}
