import Facts

/// The words inside a noun phrase: nouns, names, adjectives before them.
extension QuestionParser {
    /// A noun or name that can stand in a row of nouns.
    struct NounElement {
        var lemma: String
        var length: Int
        var isPlural: Bool
        var cost: Int
        var canBeHead = true
        var isName = false
        /// Commoner as an adjective: in front of another noun it is one.
        var isAdjectiveBefore = false
    }

    func nounElement(at index: Int, first: Int?) -> NounElement? {
        guard let word = word(index), !word.isMark else { return nil }
        if word.token.kind == .quotation {
            guard has(index - 1, [.article, .possessive]) || self.word(index - 1)?.isNoun == true else { return nil }
            return NounElement(lemma: word.form, length: 1, isPlural: false, cost: Cost.slight, isName: true)
        }
        if word.nameLength > 0 {
            return NounElement(
                lemma: text(index, index + word.nameLength), length: word.nameLength, isPlural: false, cost: 0, isName: true)
        }
        if word.token.kind == .number {
            // "2024 election", "Apollo 11".
            if first == nil {
                return isYear(index) && continuesNouns(at: index + 1) && NumberWords.scales[lower(index + 1)] == nil
                    ? NounElement(lemma: word.form, length: 1, isPlural: false, cost: 0, canBeHead: false) : nil
            }
            return words[index - 1].token.isCapitalised ? NounElement(lemma: word.form, length: 1, isPlural: false, cost: Cost.slight) : nil
        }
        if isAt(index, ["one", "ones"]), index > 0, first == nil,
            words[index - 1].isAdjective || isAt(index - 1, ["the", "this", "that", "which"])
        {
            return NounElement(lemma: "one", length: 1, isPlural: word.lower == "ones", cost: 0)
        }
        guard word.isContent, word.isNoun || isNamePart(index) else { return nil }
        // "countries south of the Equator": the long preposition wins.
        if first != nil || !has(index - 1, .article), FunctionWords.longPrepositions[word.lower] != nil, preposition(at: index) != nil {
            return nil
        }
        let isName = word.token.isCapitalised && (index > 0 || word.isUnknown)
        let lemma = isName ? word.form : word.nounLemma
        let isAdjective = word.isAdjective && word.adjectiveCost <= word.nounCost && !isNamePart(index)
        return NounElement(
            lemma: lemma, length: 1, isPlural: word.isPlural && !isName, cost: word.nounCost, canBeHead: word.isNoun, isName: isName,
            isAdjectiveBefore: isAdjective)
    }

    /// "the ministers plan …", "Ada plays …": before a word that can be its verb, a noun is rather the end of the phrase.
    func isBeforeVerb(_ element: NounElement, at end: Int) -> Bool {
        guard let next = word(end), !next.verbForms.isEmpty, !next.token.isCapitalised else { return false }
        if next.verbForms.contains(.ing), next.verbCost <= 1 { return true }
        let isFinite =
            next.verbForms == .thirdPerson || next.verbForms.contains(.past) && !next.verbForms.contains(.base) && next.verbCost <= 1
        return element.isName ? isFinite : element.isPlural
    }

    /// "North" of "North Sea": a capitalised word before another one belongs to a name, except before an adjective of origin
    /// ("South Korean officials").
    private func isNamePart(_ index: Int) -> Bool {
        guard index > 0, words[index].token.isCapitalised, words[index].isContent, let next = word(index + 1), next.token.isCapitalised,
            next.isContent
        else { return false }
        return !(next.isAdjective && word(index + 2)?.token.isCapitalised == false && continuesNouns(at: index + 2))
    }

    func lemma(ofAdjectiveAt index: Int) -> String {
        words[index].token.isCapitalised && index > 0 ? words[index].form : words[index].adjectiveLemma
    }

    /// An adjective or participle before its noun.
    func adjectiveElement(at index: Int, afterNoun: Bool) -> (AdjectivePhrase, Int)? {
        if isAt(index, "own"), !isAt(index - 1, "'s"), !has(index - 1, .possessive) { return nil }
        guard let word = word(index), word.token.kind == .word,
            !word.has([.article, .pronoun, .preposition, .auxiliary, .coordinator, .subordinator])
        else { return nil }
        if word.isAdjective,
            word.function.isEmpty || word.lower == "last" || word.lower == "own" || word.lower == "only" || word.lower == "other"
        {
            return (AdjectivePhrase(lemma: lemma(ofAdjectiveAt: index), degree: word.degree, span: word.span), word.adjectiveCost)
        }
        if word.lower == "other" || word.lower == "only" { return (AdjectivePhrase(lemma: word.lower, span: word.span), 0) }
        guard word.function.isEmpty, word.isVerbParticiple, continuesNouns(at: index + 1), !afterNoun || word.verbForms.contains(.ing)
        else { return nil }
        return (
            AdjectivePhrase(lemma: word.lower, span: word.span),
            (word.verbForms.contains(.ing) ? Cost.mild : Cost.slight) + (afterNoun ? Cost.strange : 0)
        )
    }

    /// "second largest", "most populous", "more recent", "third".
    func leadingAdjective(at index: Int) -> (AdjectivePhrase, Int)? {
        guard let word = word(index) else { return nil }
        if let rank = NumberWords.ordinal(word.lower) {
            if let next = self.word(index + 1), next.degree == .superlative, next.isAdjective {
                return (AdjectivePhrase(lemma: next.adjectiveLemma, degree: .ordinal(rank), span: span(index, index + 2)), index + 2)
            }
            if isAt(index + 1, "most"), let next = self.word(index + 2), next.isAdjective {
                return (AdjectivePhrase(lemma: next.adjectiveLemma, degree: .ordinal(rank), span: span(index, index + 3)), index + 3)
            }
            return (AdjectivePhrase(lemma: word.lower, span: word.span), index + 1)
        }
        if ["north", "south", "east", "west", "latin", "saudi", "central"].contains(word.lower), word.nameLength == 0,
            let next = self.word(index + 1), next.nameLength == 0,
            next.isAdjective, next.isContent, next.token.isCapitalised == word.token.isCapitalised,
            next.lower.hasSuffix("n") || next.lower.hasSuffix("ese"), continuesNouns(at: index + 2) || !next.isNoun
        {
            return (AdjectivePhrase(lemma: text(index, index + 2), span: span(index, index + 2)), index + 2)
        }
        let graded: AdjectivePhrase.Degree
        switch word.lower {
        case "most": graded = .superlative
        case "more": graded = .comparative
        default: return nil
        }
        if let adverb = self.word(index + 1), adverb.isAdverb, !adverb.isNoun, let participle = self.word(index + 2),
            participle.verbForms.contains(.participle), participle.isContent, continuesNouns(at: index + 3)
        {
            // "the most widely spoken language"
            return (AdjectivePhrase(lemma: participle.lower, degree: graded, span: span(index, index + 3)), index + 3)
        }
        guard let next = self.word(index + 1), next.degree == .plain, next.isAdjective || next.isVerbParticiple && next.isContent,
            !next.isNoun || next.adjectiveCost < next.nounCost
        else { return nil }
        let lemma = next.isAdjective ? next.adjectiveLemma : next.lower
        return (AdjectivePhrase(lemma: lemma, degree: graded, span: span(index, index + 2)), index + 2)
    }

    /// Whether the word could carry on a row of nouns.
    func continuesNouns(at index: Int) -> Bool {
        guard let word = word(index) else { return false }
        if word.nameLength > 0 { return true }
        if isAt(index, ["one", "ones"]) { return index > 0 && words[index - 1].isAdjective }
        return word.isContent && !isAt(index, ["last", "first"])
            && (word.isNoun && word.nounCost < 3 || word.isAdjective && word.adjectiveCost < 3 && !word.verbForms.contains(.participle))
    }
}
