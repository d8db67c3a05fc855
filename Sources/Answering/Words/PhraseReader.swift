import FactStore
import Facts
import Lexicon

/// Turns the words of a phrase into terms: the longest names that the store knows, numbers, and content words with their synonyms.
struct PhraseReader {
    let store: FactStore
    let forms: WordTable
    let meanings: WordMeanings
    let knowledge: GeneralKnowledge
    private let memory = Memory()

    init(store: FactStore, forms: WordTable, meanings: WordMeanings, knowledge: GeneralKnowledge) {
        self.store = store
        self.forms = forms
        self.meanings = meanings
        self.knowledge = knowledge
    }

    /// The phrases read for the question at hand, so that its other readings and strategies find them with what they met.
    private final class Memory {
        var phrases: [(text: String, head: String, terms: PhraseTerms)] = []
    }

    /// Begins another question.
    func forget() { memory.phrases.removeAll(keepingCapacity: true) }

    /// - Parameters:
    ///   - head: the head's lemma as the grammar found it; the last content word where it is empty.
    ///   - headSpan: where the head's own phrase ends, so that a head is not looked for in its complements.
    func terms(of text: String, head: String = "") -> PhraseTerms {
        if let known = memory.phrases.first(where: { $0.text == text && $0.head == head }) { return known.terms }
        let phrase = read(text, head: head)
        memory.phrases.append((text, head, phrase))
        return phrase
    }

    private func read(_ text: String, head: String) -> PhraseTerms {
        let words = forms.words(of: text)
        var terms: [QuestionTerm] = []
        var headIndex: Int?
        var index = 0
        while index < words.count {
            let first = index, known = terms.count
            defer { if terms.count > known { terms[known].span = Span(words[first].span.start, words[index - 1].span.end) } }
            if let term = capital(words, index, text) {
                terms.append(term)
                index += 2
                continue
            }
            if let (count, entities) = name(in: words, from: index) {
                terms.append(nameTerm(words[index..<index + count], entities, written: written(text, words[index..<index + count])))
                index += count
                continue
            }
            let word = words[index]
            defer { index += 1 }
            if FunctionWords.contains(word.text) { continue }
            if word.isNumeral || meanings.isNumeral(word.text) {
                terms.append(QuestionTerm(kind: .number, text: word.text, entities: [], names: [], forms: exact(word), weight: 1.2))
            } else if isTitle(words, index) {
                terms.append(title(word))
            } else if isUnknownName(word) || isCapitalisedInside(words, index) {
                let run = capitalisedRun(words, from: index)
                terms.append(unknownName(words[index..<index + run], written: written(text, words[index..<index + run])))
                index += run - 1
            } else {
                if headIndex == nil, !head.isEmpty, word.forms.contains(forms.number(of: head)) { headIndex = terms.count }
                var term = QuestionTerm.word(word, kind: .modifier, forms: meanings.forms(of: word))
                if meanings.isLight(word) { term.weight = 0.3 }
                terms.append(term)
            }
        }
        markHead(&terms, at: headIndex, wanted: !head.isEmpty)
        return PhraseTerms(text: text, terms: terms)
    }

    /// "The French capital" is the city by its name.
    private func capital(_ words: [FormedWord], _ index: Int, _ text: String) -> QuestionTerm? {
        guard words[index].isCapitalised, index + 1 < words.count, words[index + 1].text == "capital",
            let city = knowledge.capital(of: written(text, words[index...index]))
        else { return nil }
        let name = forms.words(of: city)[...]
        let entities = ((try? store.entities(named: FoldedName(city))) ?? []).filter { $0.type == .place || $0.type == .country }
        return entities.isEmpty ? unknownName(name, written: city) : nameTerm(name, entities, written: city)
    }

    private func markHead(_ terms: inout [QuestionTerm], at index: Int?, wanted: Bool) {
        guard let index = index ?? (terms.lastIndex { $0.kind == .modifier }), terms[index].kind == .modifier else { return }
        terms[index].kind = .head
        if terms[index].weight >= 1 { terms[index].weight = 1.5 }
    }

    private func exact(_ word: FormedWord) -> [FormID: Double] { Dictionary(word.forms.map { ($0, 1) }, uniquingKeysWith: max) }

    /// The longest name from a word on. A single word in lower case that English has too is not taken for a name.
    private func name(in words: [FormedWord], from start: Int) -> (Int, [Entity])? {
        let texts = words[start...].prefix(10).map(\.text)
        guard (try? store.hasName(beginningWith: texts[0])) ?? true else { return nil }
        var count = texts.count
        while count > 0 {
            defer { count -= 1 }
            let last = words[start + count - 1]
            if FunctionWords.contains(last.text) || count == 1 && FunctionWords.contains(texts[0]) && texts[0] != "us" { continue }
            if start > 0 || count > 1, FunctionWords.contains(texts[0]) { continue }
            if count == 1, knowledge.isOffice(texts[0]) { continue }
            let written = texts.prefix(count).joined(separator: " ")
            guard let entities = try? store.entities(named: FoldedName(written)), !entities.isEmpty else { continue }
            let named = entities.filter { isProper($0, for: written) }
            if named.isEmpty { continue }
            let isWritten = words[start..<start + count].contains(where: \.isCapitalised)
            if isWritten || count > 1 || !meanings.isCommonWord(texts[0])
                || named.contains(where: { $0.type == .country })
            {
                return (count, named)
            }
        }
        return nil
    }

    /// Whether a name of the entity that reads like `written` is a name rather than a description.
    private func isProper(_ entity: Entity, for written: String) -> Bool {
        let folded = FoldedName(written)
        return entity.names.contains { name in
            FoldedName(name.text) == folded && name.isProper
        }
    }

    private func written(_ text: String, _ words: ArraySlice<FormedWord>) -> String {
        let scalars = Array(text.unicodeScalars)
        guard let first = words.first, let last = words.last else { return "" }
        return String(String.UnicodeScalarView(scalars[first.span.start..<last.span.end]))
    }

    private func nameTerm(_ words: ArraySlice<FormedWord>, _ named: [Entity], written: String) -> QuestionTerm {
        let entities = named + knowledge.countries(behind: written).filter { !named.contains($0) }
        let text = words.map(\.text).joined(separator: " ")
        var names: [String] = []
        for entity in named {
            for name in entity.names where name.reason != .part || name.text == text {
                let folded = FoldedName(name.text).text
                if !names.contains(folded) { names.append(folded) }
            }
        }
        let own = FoldedName(text).text
        if !names.contains(own) { names.append(own) }
        let mayStandApart = words.count > 1 && named.allSatisfy { $0.type != .person && $0.type != .country }
        return QuestionTerm(
            kind: .name, text: text, entities: Set(entities.map(\.id)), names: names, forms: [:], weight: 2,
            parts: mayStandApart ? words.map(\.forms) : [])
    }

    /// "Col." of "Col. Lee", where the store knows Lee.
    private func isTitle(_ words: [FormedWord], _ index: Int) -> Bool {
        guard words[index].isCapitalised, index + 1 < words.count, words[index + 1].isCapitalised else { return false }
        let isTitle = knowledge.isTitle(words[index].text)
        return isTitle && (name(in: words, from: index + 1) != nil || knowledge.isTitle(words[index + 1].text))
    }

    private func title(_ word: FormedWord) -> QuestionTerm {
        var term = QuestionTerm.word(word, kind: .modifier, forms: meanings.forms(of: word))
        term.weight = 0.2
        return term
    }

    private func isUnknownName(_ word: FormedWord) -> Bool {
        word.isCapitalised && word.text != "u.s." && !meanings.isCommonWord(word.text) && !knowledge.isOffice(word.text)
    }

    /// English words with capitals side by side ("Seventh Fleet"), or one that does not begin its phrase.
    private func isCapitalisedInside(_ words: [FormedWord], _ index: Int) -> Bool {
        guard words[index].isCapitalised, words[index].text != "u.s.", !MonthNames.contains(words[index].text),
            !knowledge.isOffice(words[index].text)
        else { return false }
        return capitalisedRun(words, from: index) > 1 || index > 0
    }

    private func capitalisedRun(_ words: [FormedWord], from start: Int) -> Int {
        let run = words[start...].prefix {
            $0.isCapitalised && $0.text != "u.s." && !FunctionWords.contains($0.text) && !MonthNames.contains($0.text)
        }
        .count
        return max(1, run)
    }

    /// "Moscow", which no article names, is Russia's where articles speak of Russia.
    private func unknownName(_ words: ArraySlice<FormedWord>, written: String) -> QuestionTerm {
        let text = words.map(\.text).joined(separator: " ")
        let countries = knowledge.countries(behind: written)
        if !countries.isEmpty { return nameTerm(words, countries, written: written) }
        let forms = Dictionary(words.flatMap(\.forms).map { ($0, 1.0) }, uniquingKeysWith: max)
        return QuestionTerm(
            kind: .unknownName, text: text, entities: [], names: [FoldedName(text).text], forms: forms, weight: 2,
            parts: words.map(\.forms))
    }
}
