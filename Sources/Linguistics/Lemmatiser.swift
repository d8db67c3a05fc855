import Lexicon

/// The dictionary form of a word in its part of speech. Names stay as they are written; other lemmas are in lower case.
struct Lemmatiser: Sendable {
    private let wordNet: WordNet

    /// - Throws: where the dictionary is missing or damaged.
    init() throws { wordNet = try WordNet.shared() }

    func lemma(of form: String, upos: String, xpos: String) -> String {
        if upos == "PROPN" { return form }
        let lower = form.lowercased().replacing("’", with: "'")
        switch xpos {
        case "VB", "VBP", "VBD", "VBN", "VBG", "VBZ", "MD":
            return Self.auxiliaries[lower] ?? (xpos == "VB" || xpos == "VBP" || xpos == "MD" ? lower : inflected(lower, .verb))
        case "NNS": return inflected(lower, .noun)
        case "JJR", "JJS", "RBR", "RBS": return Self.comparisons[lower] ?? inflected(lower, .adjective)
        case "PRP$" where lower == "her": return "her"
        case "PRP", "PRP$", "DT", "POS": return Self.closed[lower] ?? lower
        case "RB": return lower == "n't" ? "not" : lower
        case "CD": return lower.first?.isNumber == true ? lower.replacing(",", with: "") : lower
        default: return lower
        }
    }

    /// The commonest base form that is not the form itself, else what the regular endings give.
    private func inflected(_ form: String, _ part: WordNet.Part) -> String {
        if part == .noun, Self.sameInPlural.contains(form) { return form }
        let known = wordNet.lemmas(of: form, part)
        if let base = known.first(where: { $0 != form }) { return base }
        return known.first ?? regular(form, part)
    }

    /// For words that the dictionary doesn't have.
    private func regular(_ form: String, _ part: WordNet.Part) -> String {
        func without(_ ending: String, adding letters: String = "") -> String? {
            form.hasSuffix(ending) && form.count > ending.count + 2 ? form.dropLast(ending.count) + letters : nil
        }
        switch part {
        case .noun:
            return without("ies", adding: "y") ?? without("sses", adding: "ss") ?? without("ches", adding: "ch") ?? without("shes", adding: "sh")
                ?? without("xes", adding: "x") ?? (form.hasSuffix("ss") ? form : without("s") ?? form)
        case .verb:
            let stem = without("ing") ?? without("ed")
            if let stem {
                if form.hasSuffix("ied") { return form.dropLast(3) + "y" }
                let ending = stem.suffix(2)
                if ending.count == 2, ending.first == ending.last, !"lsz".contains(ending.last!) { return String(stem.dropLast()) }
                return ["at", "iz", "is", "yz"].contains(ending) || "vcu".contains(stem.last!) ? stem + "e" : stem
            }
            return without("ies", adding: "y") ?? without("s") ?? form
        case .adjective, .adverb:
            return without("iest", adding: "y") ?? without("ier", adding: "y") ?? without("est") ?? without("er") ?? form
        }
    }

    private static let auxiliaries: [String: String] = [
        "'m": "be", "am": "be", "is": "be", "are": "be", "'re": "be", "was": "be", "were": "be", "been": "be", "being": "be", "be": "be",
        "has": "have", "had": "have", "having": "have", "'ve": "have", "does": "do", "did": "do", "done": "do", "doing": "do",
        "'ll": "will", "wo": "will", "ca": "can", "sha": "shall", "'d": "would", "'s": "be", "led": "lead", "born": "bear",
    ]

    private static let comparisons: [String: String] = [
        "better": "good", "best": "good", "worse": "bad", "worst": "bad", "more": "more", "most": "most", "less": "less", "least": "least",
        "further": "far", "farther": "far", "furthest": "far", "latter": "latter", "later": "late", "earlier": "early",
    ]

    private static let closed: [String: String] = [
        "me": "I", "i": "I", "us": "we", "him": "he", "her": "she", "them": "they", "mine": "my", "yours": "your", "theirs": "their",
        "ours": "our", "hers": "her", "an": "a", "these": "this", "those": "that", "'": "'s", "'s": "'s",
    ]

    private static let sameInPlural: Set<String> = ["people", "data", "media", "police", "news", "headquarters", "politics", "economics", "physics"]
}
