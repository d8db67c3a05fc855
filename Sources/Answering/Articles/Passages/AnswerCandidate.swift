import Facts

/// A piece of a passage that may answer.
struct AnswerCandidate {
    enum Source: String { case argument, name, piece, time, measure, reason, clause }

    var source: Source
    var text: String
    /// Of the text.
    var words: [FormedWord]
    var argument: ArgumentView?
    var fact: FactView?
    /// The argument that the candidate is cut out of.
    var whole: ArgumentView?
    var passage: Int
    var time: ValidTime?
    /// In the document.
    var span: Span?
}

/// Takes passages apart into what may answer: arguments of facts, names, times, measures, reasons, clauses.
struct CandidateFinder {
    let engine: Engine

    func candidates(_ question: PassageQuestion, in passages: [Passage]) -> [AnswerCandidate] {
        var found: [AnswerCandidate] = []
        for (index, passage) in passages.enumerated() {
            found += arguments(question, passage.view, index)
            found += names(passage.view, index)
            found += pieces(passage.view, index)
            found += times(passage.view, index)
            found += measures(question, passage.view, index)
            found += reasons(question, passage.view, index)
            found += clauses(question, passage.view, index)
        }
        return found.filter { mayAnswer($0, question, in: passages[$0.passage].view) }
    }

    private var cutter: PhraseCutter { PhraseCutter(meanings: engine.meanings) }

    /// What cannot be the answer whatever the model thinks of it: no number for "how many", no time for "when".
    private func mayAnswer(_ candidate: AnswerCandidate, _ question: PassageQuestion, in view: SentenceView) -> Bool {
        let type = candidate.argument?.argument.type
        switch question.asked {
        case .amount where candidate.text.namesCurrency && !question.asksForMoney(engine): return false
        case .amount where question.asksForPrice && !MeasureScanner.holdsMoney(candidate.text): return false
        case .amount where countsSomethingElse(candidate, question): return false
        case .extent where question.adjective != "old" && !question.measures(candidate.text): return false
        case .extent where question.adjective == "old" && !isAge(candidate, in: view): return false
        case .amount, .extent:
            return candidate.words.contains { $0.isNumeral && !($0.isYear && question.asked == .amount) || engine.meanings.isNumeral($0.text) || Self.vague.contains($0.text) }
        case .when:
            return candidate.source == .time || type == .time || candidate.words.contains { word in
                word.isNumeral || MonthNames.contains(word.text) || isTime(word.text)
            }
        case .who where standsBesideTheDoer(candidate, question, in: view): return false
        case .who: return type != .time && type != .quantity && type != .money && ![.time, .measure, .clause].contains(candidate.source)
        case .place: return type != .time && type != .quantity && type != .money && type != .person && candidate.source != .time
        case .which where isFocusAlone(candidate, question) || isSomeFocus(candidate, question): return false
        default: return candidate.source != .time && (type != .time || question.focus.head.map { isTime($0.text) } ?? false)
        }
    }

    /// "A regiment" does not tell which regiment; "a regiment called X" does.
    private func isSomeFocus(_ candidate: AnswerCandidate, _ question: PassageQuestion) -> Bool {
        guard let focus = question.focus.head, question.query.line.lowercased().contains("which "),
            let head = candidate.words.lastIndex(where: { word in word.forms.contains { focus.forms[$0] == 1 } })
        else { return false }
        let before = candidate.words[max(0, head - 3)..<head]
        guard let article = before.lastIndex(where: { FunctionWords.contains($0.text) }), ["a", "an"].contains(candidate.words[article].text) else { return false }
        let next = head + 1 < candidate.words.count ? candidate.words[head + 1] : nil
        return !(next.map { $0.isCapitalised || ["called", "named", "known"].contains($0.text) } ?? false)
            && !candidate.words[article..<head].contains(where: \.isCapitalised)
    }

    /// "Members" does not tell which members.
    private func isFocusAlone(_ candidate: AnswerCandidate, _ question: PassageQuestion) -> Bool {
        candidate.words.allSatisfy { word in
            word.isFunctionWord || question.focus.terms.contains { term in word.forms.contains { term.forms[$0] ?? 0 >= 0.99 } }
        }
    }

    private func isTime(_ noun: String) -> Bool { engine.meanings.firstNounClass(of: engine.forms.singular(noun)).contains(.time) }

    /// "73-year-old", "aged 73", "in his 20s", "Lee, 73,".
    private func isAge(_ candidate: AnswerCandidate, in view: SentenceView) -> Bool {
        guard let span = candidate.span, view.sentence.span.contains(span) else { return false }
        let scalars = view.scalars, start = span.start - view.sentence.span.start, end = span.end - view.sentence.span.start
        let isSetOff = start > 1 && scalars[start - 2] == "," && (end == scalars.count || scalars[end] == "," || scalars[end] == ".")
        let beside = view.words.filter { $0.span.end > start - 8 && $0.span.start < end + 6 }
        return isSetOff || beside.contains { ["old", "aged", "age", "20s", "30s", "40s", "50s", "60s", "70s"].contains($0.text) }
    }

    /// "48 hours" for "how many trucks", "the first time" for "how many times".
    private func countsSomethingElse(_ candidate: AnswerCandidate, _ question: PassageQuestion) -> Bool {
        guard let focus = question.focus.head else { return false }
        let words = candidate.words
        let isOrdinal = words.contains { ["first", "second", "third"].contains($0.text) } && !words.contains(where: \.isNumeral)
        guard !isOrdinal, let last = words.last, !words.contains(where: { $0.text == "old" || $0.text.hasSuffix("-old") }) else { return true }
        return !isTime(focus.text) && Measure.timeUnits.contains(engine.forms.singular(last.text))
    }

    /// "Who stole the bell" is not answered by the church that it was stolen from: where a fact of the sentence has the very verb, only who
    /// takes part in it as its doer answers.
    private func standsBesideTheDoer(_ candidate: AnswerCandidate, _ question: PassageQuestion, in view: SentenceView) -> Bool {
        guard question.isSubject, let verb = question.mainVerb(engine.meanings), let span = candidate.span else { return false }
        let told = view.facts.filter { engine.matcher.match(verb, in: engine.forms.words(of: $0.fact.predicate)) >= 0.9 }
        guard !told.isEmpty else { return false }
        return !told.contains { fact in
            fact.arguments.contains { $0.argument.span.contains(span) && RoleProfile(.subject).fit($0.argument.role) >= 0.7 }
        }
    }

    /// Numbers without figures.
    private static let vague: Set<String> = ["decades", "years", "months", "weeks", "days", "hours", "minutes", "several", "century", "centuries", "decade",
                                             "year", "month", "week", "day", "hour", "dozen", "hundred", "none", "half"]

    private func arguments(_ question: PassageQuestion, _ view: SentenceView, _ passage: Int) -> [AnswerCandidate] {
        view.facts.flatMap { fact in
            fact.arguments.compactMap { argument in
                let text = question.asked == .what ? engine.wording.phrase(argument) : engine.wording.name(argument)
                let words = engine.forms.words(of: text)
                guard !words.allSatisfy({ $0.isFunctionWord }) else { return nil }
                return AnswerCandidate(source: .argument, text: text, words: words, argument: argument, fact: fact, passage: passage, span: argument.argument.span)
            }
        }
    }

    private func names(_ view: SentenceView, _ passage: Int) -> [AnswerCandidate] {
        engine.source.names(in: view).map { name in
            let (fact, whole) = home(of: name.argument.span, view)
            let text = engine.wording.name(name)
            return AnswerCandidate(source: .name, text: text, words: engine.forms.words(of: text), argument: name, fact: fact, whole: whole,
                                   passage: passage, span: name.argument.span)
        }
    }

    /// The phrases within long arguments.
    private func pieces(_ view: SentenceView, _ passage: Int) -> [AnswerCandidate] {
        var seen: Set<Span> = []
        return view.facts.flatMap { fact in
            fact.arguments.flatMap { argument -> [AnswerCandidate] in
                let span = argument.argument.span
                guard view.sentence.span.contains(span) else { return [] }
                let start = view.sentence.span.start
                return cutter.pieces(of: Span(span.start - start, span.end - start), in: view).filter { seen.insert($0).inserted }.map { piece in
                    cut(piece, .piece, fact, argument, view, passage)
                }
            }
        }
    }

    private func times(_ view: SentenceView, _ passage: Int) -> [AnswerCandidate] {
        view.facts.compactMap { fact in
            guard let time = fact.fact.time, time.origin == .stated, time.start.day != nil || time.end.day != nil else { return nil }
            let text = TimeWording.text(time)
            return AnswerCandidate(source: .time, text: text, words: engine.forms.words(of: text), fact: fact, passage: passage, time: time)
        }
    }

    private func measures(_ question: PassageQuestion, _ view: SentenceView, _ passage: Int) -> [AnswerCandidate] {
        guard question.asked == .amount || question.asked == .extent else { return [] }
        let start = view.sentence.span.start
        return cutter.counted(in: view).map { counted in
            let (fact, whole) = home(of: Span(counted.start + start, counted.end + start), view)
            return cut(counted, .measure, fact, whole, view, passage)
        }
    }

    /// A piece of a sentence as a candidate; the span is in scalars of the sentence's text.
    private func cut(_ span: Span, _ source: AnswerCandidate.Source, _ fact: FactView?, _ whole: ArgumentView?, _ view: SentenceView,
                     _ passage: Int) -> AnswerCandidate {
        let text = String(scalars: view.scalars[span.start..<span.end])
        let start = view.sentence.span.start
        let head = text.split(separator: " ").last.map(String.init) ?? text
        let argument = Argument(role: whole?.argument.role ?? .topic, text: text, head: head, span: Span(span.start + start, span.end + start))
        let trimmed = Wording.trimmed(text)
        return AnswerCandidate(source: source, text: trimmed, words: engine.forms.words(of: trimmed), argument: ArgumentView(argument, forms: engine.forms),
                               fact: fact, whole: whole, passage: passage, span: argument.span)
    }

    /// The fact with the shortest argument that holds a span.
    private func home(of span: Span, _ view: SentenceView) -> (FactView?, ArgumentView?) {
        var best: (fact: FactView, argument: ArgumentView)?
        for fact in view.facts {
            for argument in fact.arguments where argument.argument.span.contains(span) {
                if let known = best, known.argument.argument.span.length <= argument.argument.span.length { continue }
                best = (fact, argument)
            }
        }
        return (best?.fact, best?.argument)
    }

    private func reasons(_ question: PassageQuestion, _ view: SentenceView, _ passage: Int) -> [AnswerCandidate] {
        guard question.asked == .why else { return [] }
        return ReasonStrategy(engine: engine).stated(in: view, score: 1).map {
            AnswerCandidate(source: .reason, text: $0.text, words: engine.forms.words(of: $0.text), passage: passage)
        }
    }

    private func clauses(_ question: PassageQuestion, _ view: SentenceView, _ passage: Int) -> [AnswerCandidate] {
        guard [.why, .how].contains(question.asked) || question.asksForAct else { return [] }
        return view.facts.filter { $0.fact.rule == "verb" }.map { fact in
            AnswerCandidate(source: .clause, text: fact.fact.text, words: fact.words, fact: fact, passage: passage)
        }
    }
}

extension PassageQuestion {
    /// "How fast", "how deep": whether an amount in a unit of what is asked stands in a text.
    /// Times may be told without a number: "for decades".
    func measures(_ text: String) -> Bool { adjective.map { ["lasting", "long", "often"].contains($0) || Measure($0).find(in: text) != nil } ?? true }

    /// "How much does a nurse earn": without a counted noun, nothing but money.
    var asksForPrice: Bool {
        guard asked == .amount, focus.isEmpty, query.asksHowMuch else { return false }
        return rest.terms.contains { term in ArticleQuery.verbsOfMoney.contains { FoldedName(term.text).text.hasPrefix($0) } }
    }

    /// "How much did it cost", "how many dollars", but not "how many workers".
    func asksForMoney(_ engine: Engine) -> Bool {
        guard asked == .amount else { return false }
        guard let counted = focus.head else { return true }
        return engine.meanings.nounClass(of: engine.forms.singular(counted.text)).contains(.possession)
    }
}

extension String {
    /// Whether a sign of money stands in it.
    var namesCurrency: Bool { unicodeScalars.contains(where: PhraseCutter.currencies.contains) }
}
