import Lexicon

/// Finds out what each token of a line can be, from closed classes, dictionary and store.
struct WordAnalyser {
    let dictionary: WordNet
    let vocabulary: any Vocabulary
    let memory: WordMemory

    func analyse(_ written: [QuestionToken]) -> [QuestionWord] {
        let tokens = isShouted(written) ? written.map(calmed) : written
        let lowers = tokens.map(\.lower)
        var words = tokens.indices.map { index in
            var word = memory.word(tokens[index], isFirst: index == 0) { analyse(tokens[index], isFirst: index == 0) }
            if index > 0 { readContraction(&word, after: tokens[index - 1]) }
            if word.token.kind == .word || word.token.kind == .number {
                word.nameLength = nameLength(lowers, tokens, index)
                if word.nameLength == 0, !word.isNoun, word.isContent, vocabulary.longestName(lowers[index...]) == 1 {
                    // A name that is a verb or adjective too, in lower case.
                    word.isNoun = true
                    word.nounLemma = word.lower
                    word.nounCost = Cost.slight
                    word.verbCost += Cost.slight
                }
            }
            return word
        }
        preferNames(&words)
        return words
    }

    /// Words of a name are hardly verbs, though they are in lower case: "to mount ansel".
    private func preferNames(_ words: inout [QuestionWord]) {
        for index in words.indices where words[index].nameLength > 0 {
            let end = min(index + words[index].nameLength, words.count)
            if end - index == 1, words[index].isUnknown { words[index].verbForms = [] }
            guard end - index > 1 else { continue }
            for position in index..<end where words[position].isContent { words[position].verbCost += Cost.desperate }
        }
    }

    /// In a line of capitals with function words in it, capitals mean nothing.
    private func isShouted(_ tokens: [QuestionToken]) -> Bool {
        tokens.contains { FunctionWords.classes[$0.lower] != nil && $0.form != $0.lower && $0.form.utf8.count > 1 }
            && !tokens.contains { $0.kind == .word && $0.form != $0.form.uppercased() }
    }

    private func calmed(_ token: QuestionToken) -> QuestionToken {
        var token = token
        token.form = token.lower
        return token
    }

    /// "who's" is "who is", "who'd they meet" is "who did they meet".
    private func readContraction(_ word: inout QuestionWord, after previous: QuestionToken) {
        if word.lower == "'s", isBeforeContraction(previous) {
            word.function = .be
            word.verbForms = .thirdPerson
            word.verbLemma = "be"
        } else if word.lower == "'d", FunctionWords.classes[previous.lower]?.contains(.wh) == true {
            word.function = .do_
            word.verbForms = .past
            word.verbLemma = "do"
        }
    }

    /// "who's", "there's", "it's": is, not a possessive.
    private func isBeforeContraction(_ token: QuestionToken) -> Bool {
        guard token.form != token.form.uppercased(), let function = FunctionWords.classes[token.lower] else { return false }
        return !function.isDisjoint(with: [.wh, .pronoun])
            && !["someone", "anyone", "everyone", "nobody", "somebody", "one"].contains(token.lower)
    }

    /// A single function word in lower case is no name ("us", "it"), whatever the store holds.
    private func nameLength(_ lowers: [String], _ tokens: [QuestionToken], _ index: Int) -> Int {
        let token = tokens[index]
        if !token.isCapitalised, FunctionWords.classes[token.lower] != nil { return 0 }
        let length = vocabulary.longestName(lowers[index...])
        guard length == 1 else { return length }
        if FunctionWords.classes[token.lower] != nil, !(token.isCapitalised && token.form == token.form.uppercased()) { return 0 }
        if token.kind == .word, !token.isCapitalised, !dictionary.parts(of: token.lower).isEmpty { return 0 }
        return length
    }

    private func analyse(_ token: QuestionToken, isFirst: Bool) -> QuestionWord {
        var word = QuestionWord(token: token)
        guard token.kind == .word || token.kind == .number else { return word }
        guard token.lower != "'s" else { return word }
        word.number = NumberWords.value(token.lower)
        if token.kind == .number {
            word.unit = NumberWords.unit(token.form)
            return word
        }
        // "US" is a country, "us" a pronoun.
        let isInitials = token.form.utf8.count > 1 && token.form == token.form.uppercased() && !isFirst
        word.function = isInitials ? [] : FunctionWords.classes[token.lower] ?? []
        if word.has(.auxiliary) {
            readAuxiliary(&word)
        } else if word.number == nil, word.function.isEmpty || word.has([.adverb, .quantifier, .preposition]) {
            readContent(&word, isFirst: isFirst)
        }
        return word
    }

    private func readAuxiliary(_ word: inout QuestionWord) {
        let lower = word.lower
        switch lower {
        case "am", "is", "are", "'re", "'m": word.verbForms = [.thirdPerson]
        case "was", "were", "had", "did": word.verbForms = lower == "had" ? [.past, .participle] : [.past]
        case "been", "done": word.verbForms = [.participle]
        case "being", "having", "doing": word.verbForms = [.ing]
        case "be": word.verbForms = [.base]
        case "have", "do", "'ve": word.verbForms = [.base]
        case "has", "does": word.verbForms = [.thirdPerson]
        default: word.verbForms = [.base, .past]
        }
        word.verbLemma = word.has(.be) ? "be" : word.has(.have) ? "have" : word.has(.do_) ? "do" : lower
    }

    private func readContent(_ word: inout QuestionWord, isFirst: Bool) {
        let lower = word.lower
        let nouns = dictionary.lemmas(of: lower, .noun)
        let verbs = dictionary.lemmas(of: lower, .verb)
        let adjectives = dictionary.lemmas(of: lower, .adjective)
        let isClosed = !word.function.isEmpty
        if let lemma = nouns.first, !isClosed {
            word.isNoun = true
            word.nounLemma = lemma
            word.isPlural =
                (lemma != lower || nouns.count > 1 && lower.hasSuffix("s")) && !lower.hasSuffix("ss") || lower == "people"
                || lower == "police"
        }
        // Of the prepositions only "like" is a verb as often.
        if let lemma = verbs.first, !isClosed || lower == "like" {
            word.verbLemma = lemma
            word.verbForms = VerbInflection.forms(of: lower, lemma: lemma)
        }
        if let lemma = adjectives.first, !word.has([.adverb, .preposition]) {
            word.isAdjective = true
            readDegree(&word, lemma: lemma)
        }
        word.isAdverb = dictionary.parts(of: lower).contains(.adverb)
        readStoreUses(&word)
        weigh(&word)
        let isKnown = word.isNoun || !word.verbForms.isEmpty || word.isAdjective || word.isAdverb || isClosed
        if !isKnown { readUnknown(&word) }
        if word.token.isCapitalised, !isFirst, !isClosed { readAsPossibleName(&word) }
    }

    private func readDegree(_ word: inout QuestionWord, lemma: String) {
        word.adjectiveLemma = lemma
        guard lemma != word.lower else { return }
        if word.lower.hasSuffix("est") || ["best", "worst", "most", "least"].contains(word.lower) { word.degree = .superlative }
        if word.lower.hasSuffix("er") || ["better", "worse", "more", "less"].contains(word.lower) { word.degree = .comparative }
        if word.degree == .plain { word.adjectiveLemma = word.lower }
    }

    private func readStoreUses(_ word: inout QuestionWord) {
        let noun = word.isNoun ? word.nounLemma : word.lower
        var uses = vocabulary.uses(ofWord: noun)
        if !word.verbForms.isEmpty, vocabulary.uses(ofWord: word.verbLemma).contains(.verb) { uses.insert(.verb) }
        if word.isAdjective, vocabulary.uses(ofWord: word.adjectiveLemma).contains(.adjective) { uses.insert(.adjective) }
        guard !uses.isEmpty else { return }
        if !uses.isDisjoint(with: [.type, .attribute]), !word.isNoun {
            word.isNoun = true
            word.nounLemma = noun
        }
        if uses.contains(.verb), word.verbForms.isEmpty {
            word.verbLemma = word.lower
            word.verbForms = [.base]
        }
        if uses.contains(.adjective), !word.isAdjective {
            word.isAdjective = true
            word.adjectiveLemma = word.lower
        }
    }

    private func weigh(_ word: inout QuestionWord) {
        let noun = word.isNoun ? dictionary.frequency(of: word.nounLemma, as: .noun) ?? 0 : -1
        let verb = word.verbForms.isEmpty ? -1 : dictionary.frequency(of: word.verbLemma, as: .verb) ?? 0
        let adjective = word.isAdjective ? dictionary.frequency(of: word.adjectiveLemma, as: .adjective) ?? 0 : -1
        let top = max(noun, verb, adjective)
        func cost(_ frequency: Int) -> Int { frequency < 0 ? 0 : min(4, (top - frequency) / 24) }
        word.nounCost = cost(noun)
        word.verbCost = cost(verb)
        word.adjectiveCost = cost(adjective)
    }

    /// A word that nobody knows is a noun, or with a verb's ending perhaps a verb.
    private func readUnknown(_ word: inout QuestionWord) {
        let lower = word.lower
        word.isUnknown = true
        if let hyphen = lower.firstIndex(of: "-"), let rank = NumberWords.ordinal(String(lower[..<hyphen])) {
            let rest = String(lower[lower.index(after: hyphen)...])
            if rest.hasSuffix("est"), let lemma = dictionary.lemmas(of: rest, .adjective).first {
                word.isAdjective = true
                word.adjectiveLemma = lemma
                word.degree = .ordinal(rank)
                return
            }
        }
        if lower.contains("-"), lower.hasSuffix("ing") || lower.hasSuffix("ed") {
            word.isAdjective = true
            word.adjectiveLemma = lower
            return
        }
        word.isNoun = true
        word.nounLemma = VerbInflection.singular(of: lower)
        word.isPlural = word.nounLemma != lower
        let lemma = VerbInflection.guessedLemma(of: lower)
        word.verbLemma = lemma
        word.verbForms = lemma == lower ? [.base] : VerbInflection.forms(of: lower, lemma: lemma)
        word.verbCost = 4
        if lower.hasSuffix("ly") { word.isAdverb = true }
    }

    private func readAsPossibleName(_ word: inout QuestionWord) {
        if !word.isNoun {
            word.isNoun = true
            word.nounLemma = word.form
            word.isPlural = false
        }
        word.nounCost = 0
        word.verbCost += 4
        if word.isUnknown { word.verbForms = [] }
    }
}
