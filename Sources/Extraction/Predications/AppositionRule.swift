import Facts

/// Two phrases side by side that name one thing, titles before names, abbreviations in brackets, ages.
struct AppositionRule {
    let scene: Scene
    private var tree: ClauseTree { scene.tree }

    init(_ scene: Scene) { self.scene = scene }

    func predications() -> [Predication] { titles() + appositions() + qualities() + aliases() + abbreviations() + datedNames() }

    /// "the Long Strike (1911-1913)", "Ann Lee (1820-1901)": when the event took place, when the person lived.
    private func datedNames() -> [Predication] {
        scene.layer.mentions(in: tree.index).compactMap { name -> Predication? in
            guard name.kind == .name, [.event, .person, .organisation].contains(name.type) else { return nil }
            let times = scene.times.filter { scene.isBracketed($0, after: name) }
            guard let first = times.first?.time, let last = times.last?.time, let expression = times.first, let end = times.last
            else { return nil }
            let predicate = name.type == .event ? "take place" : name.type == .person ? "live" : "exist"
            var result = scene.predication(
                at: name.head, predicate, name.type == .event ? "happen" : nil,
                [Predication.Phrase(.agent, head: name.head, span: name.span)], rule: "dated-name", certainty: 0.9)
            result.time = ValidTime(
                start: first.start, end: last.end, precision: times.count > 1 ? .span : first.precision,
                text: scene.text(expression.span.union(end.span)), origin: .stated, value: expression.value)
            result.evidence = result.evidence.union(end.span)
            return result
        }
    }

    // MARK: Titles

    /// "Norway's Foreign Minister Ann Lee".
    private func titles() -> [Predication] {
        scene.layer.mentions(in: tree.index).filter { $0.kind == .name && $0.title != nil }.compactMap { mention -> Predication? in
            guard let title = mention.title, title.kind != .address else { return nil }
            let person = Predication.Phrase(.agent, head: mention.head, span: mention.span)
            let office = Predication.Phrase(.attribute, head: title.tokens.upperBound, span: title.officeSpan)
            var phrases = [person, office]
            if let span = title.ownerSpan, title.kind == .office {
                phrases.append(Predication.Phrase(.patient, head: token(at: span) ?? title.tokens.lowerBound, span: span))
            }
            var result = scene.predication(
                at: mention.head, "be", title.kind == .office ? "hold-office" : "kind-of", phrases, rule: "title", certainty: 0.95)
            if ["former", "ex-", "ex", "retired", "late"].contains(title.status) { result.tense = .past }
            return result
        }
    }

    private func token(at span: Span) -> Int? {
        let inside = tree.tokens.indices.filter { span.contains(tree.tokens[$0].span) }
        return inside.first { token in tree.head(token).map { !inside.contains($0) } ?? true }
    }

    // MARK: Apposition

    private func appositions() -> [Predication] {
        let list = itemsStart()
        return tree.tokens.indices.filter { tree.has($0, "appos") && ($0 < list || tree.upos($0) == "NOUN") }.flatMap { i -> [Predication] in
            guard let noun = tree.head(i), scene.clause(at: i) == nil, !scene.isTime(i), !scene.isTime(noun) else { return [] }
            if isBracketed(i), isShort(i) || scene.mention(i)?.quantity != nil { return [] }
            if let age = age(i, of: noun) { return [age] }
            guard isNominal(i), isNominal(noun) || tree.upos(noun) == "PRON" else { return [] }
            if isEnumeration(i) { return [] }
            if let example = example(i, of: noun) { return [example] }
            return kinds(noun, i)
        }
    }

    /// Where a list with semicolons begins, whose items the rule of lists reads; else the end of the sentence.
    private func itemsStart() -> Int {
        guard let colon = tree.tokens.firstIndex(where: { $0.form == ":" }),
            tree.tokens[colon...].contains(where: { $0.form == ";" })
        else { return tree.count }
        return colon
    }

    /// "farm goods, particularly wheat".
    private func example(_ i: Int, of noun: Int) -> Predication? {
        let first = tree.reach[i].lowerBound
        guard
            let adverb = (first...i).first(where: {
                ["particularly", "especially", "notably", "mainly", "namely"].contains(tree.lower($0))
            })
        else { return nil }
        let items = tree.conjuncts(i).map { item -> Predication.Phrase in
            let tokens = tree.phrase(item).filter { $0 > adverb }
            return tokens.contains(item)
                ? .init(.agent, head: item, span: scene.text.trimmed(tree.span(of: tokens))) : scene.phrase(.agent, item)
        }
        return scene.predication(at: i, "be", "kind-of", items + [scene.phrase(.attribute, noun)], rule: "example", certainty: 0.8)
    }

    private func isNominal(_ i: Int) -> Bool {
        ["NOUN", "PROPN"].contains(tree.upos(i)) || tree.upos(i) == "ADJ" && tree.child(i, "det") != nil
    }

    /// "Ann Lee, head of the port authority and former mayor": the name is the agent, whichever stands first.
    private func kinds(_ a: Int, _ b: Int) -> [Predication] {
        let secondIsName = isName(b)
        let firstIsName = isName(a) && !(secondIsName && scene.type(of: b) == .person && OfficeNoun(scene, head: a) != nil)
        let (named, described) = !firstIsName && secondIsName ? (b, a) : (a, b)
        if firstIsName && secondIsName, scene.type(of: a) == .place || scene.type(of: a) == .country { return [] }
        let isPlural = named == b && tree.xpos(a).hasSuffix("S") && tree.xpos(a) != "POS"
        let persons = (isPlural ? tree.conjuncts(b).filter(isName) : [named]).map { scene.phrase(.agent, $0) }
        let descriptions = described == b ? tree.conjuncts(b) : [described]
        return descriptions.map { description in
            if let office = OfficeNoun(scene, head: description) {
                var result = scene.predication(
                    at: description, "be", "hold-office",
                    persons + [Predication.Phrase(.attribute, head: description, span: office.span)]
                        + (office.owners.isEmpty ? sharedOwners(description, among: descriptions) : office.owners),
                    rule: "apposition", certainty: 0.9)
                if office.isFormer { result.tense = .past }
                return result
            }
            let attribute = described == a ? beforeName(a, b) : scene.phrase(.attribute, description)
            var result = scene.predication(at: description, "be", "kind-of", persons + [attribute], rule: "apposition", certainty: 0.85)
            if tree.children(description, "advmod").contains(where: { ["formerly", "once", "previously"].contains(tree.lower($0)) }) {
                result.tense = .past
            }
            return result
        }
    }

    /// "editor and publisher of the Post": what the last of several bare offices belongs to, the others do too.
    private func sharedOwners(_ office: Int, among offices: [Int]) -> [Predication.Phrase] {
        guard let last = offices.last, last > office, tree.child(office, "det", "nmod") == nil, tree.child(last, "det") == nil else { return [] }
        return OfficeNoun(scene, head: last)?.owners.filter { $0.preposition != nil } ?? []
    }

    /// "The volcano, dormant since 1932, erupted".
    private func qualities() -> [Predication] {
        tree.tokens.indices.compactMap { i -> Predication? in
            guard tree.upos(i) == "ADJ", tree.has(i, "amod"), let noun = tree.head(i), noun < i, tree.isSetOff(i), tree.child(i, "obl", "advcl", "xcomp") != nil
            else { return nil }
            let time = scene.times.first { time in tree.reach[i].contains { time.span.overlaps(tree.tokens[$0].span) } }
            let quality = time == nil ? scene.phrase(.attribute, i) : Predication.Phrase(.attribute, head: i, span: tree.tokens[i].span)
            var result = scene.predication(at: i, "be", nil, [scene.phrase(.agent, noun), quality], rule: "quality", certainty: 0.85)
            result.time = time?.interval(published: nil)
            return result
        }
    }

    private func beforeName(_ noun: Int, _ name: Int) -> Predication.Phrase {
        let tokens = tree.phrase(noun).filter { $0 < tree.reach[name].lowerBound }
        guard tokens.contains(noun) else { return scene.phrase(.attribute, noun) }
        return Predication.Phrase(.attribute, head: noun, span: scene.text.trimmed(tree.span(of: tokens)))
    }

    private func isName(_ i: Int) -> Bool { scene.mention(i)?.kind == .name || tree.upos(i) == "PROPN" }

    /// "members: A; B; and C" and "A, B, C" that the parser took for appositions.
    private func isEnumeration(_ i: Int) -> Bool {
        let start = tree.reach[i].lowerBound
        if start > 0, [":", ";"].contains(tree.tokens[start - 1].form), tree.head(i).flatMap({ tree.child($0, "nummod") }) == nil { return true }
        guard let noun = tree.head(i), isName(noun), isName(i) else { return false }
        return tree.children(noun, "appos").count > 1 || tree.child(noun, "conj") != nil
    }

    private func isBracketed(_ i: Int) -> Bool {
        let range = tree.reach[i]
        if tree.tokens[range.lowerBound].form == "(" { return true }
        return range.lowerBound > 0 && tree.tokens[range.lowerBound - 1].form == "("
    }

    private func isShort(_ i: Int) -> Bool { tree.phrase(i).filter { tree.upos($0) != "PUNCT" }.count <= 1 }

    private func age(_ i: Int, of noun: Int) -> Predication? {
        guard tree.upos(i) == "NUM", tree.lower(i).allSatisfy(\.isNumber), tree.lower(i).count <= 3, scene.type(of: noun) == .person
        else { return nil }
        return scene.predication(
            at: i, "be", nil, [scene.phrase(.agent, noun), Predication.Phrase(.quantity, head: i, span: tree.tokens[i].span)],
            rule: "age", certainty: 0.9)
    }

    // MARK: Other names

    /// "the country, also known as Burma": the same thing. "an exercise known as Northern Edge": the name of such a thing.
    private func aliases() -> [Predication] {
        scene.clauses.compactMap { clause -> Predication? in
            guard clause.link == .reduced, clause.verb == "know", let noun = tree.head(clause.head),
                let alias = tree.children(clause.head, "obl").first(where: { tree.preposition($0) == "as" }), isName(alias)
            else { return nil }
            let isNew = tree.children(noun, "det").contains { ["a", "an"].contains(tree.lower($0)) }
            let named = scene.phrase(isNew ? .attribute : .agent, noun, before: clause.head)
            let name = scene.phrase(isNew ? .agent : .attribute, alias)
            return scene.predication(at: clause.head, "be", isNew ? "kind-of" : "same-as", [named, name], rule: "alias", certainty: 0.9)
        }
    }

    // MARK: Abbreviations

    /// "Democratic Labour Union (DLU)".
    private func abbreviations() -> [Predication] {
        let mentions = scene.layer.mentions(in: tree.index).filter { $0.kind == .name }
        return mentions.compactMap { short -> Predication? in
            guard short.tokens.lowerBound > 0, tree.tokens[short.tokens.lowerBound - 1].form == "(", short.reason == .abbreviation,
                let long = mentions.last(where: { $0.tokens.upperBound < short.tokens.lowerBound && $0.entity == short.entity })
            else { return nil }
            return scene.predication(
                at: short.head, "stand for", "same-as",
                [
                    Predication.Phrase(.agent, head: short.head, span: short.span),
                    Predication.Phrase(.attribute, head: long.head, span: long.span),
                ],
                rule: "abbreviation", certainty: 0.98)
        }
    }
}
