import Facts

/// Repairs of how sayings hang in their sentence.
extension TreeRepair {
    /// "The takeover is, quote, “an assault”": the word that announces a quotation aloud is no part of what is said.
    func dropSpokenQuote(_ i: Int, in tree: inout ClauseTree) {
        guard tree.lower(i) == "quote", i > 0, i + 1 < tree.count, tree.tokens[i - 1].form == ",",
            [",", "“", "\"", "``"].contains(tree.tokens[i + 1].form), let head = tree.head(i)
        else { return }
        for child in tree.children[i] where !tree.has(child, "punct") { tree.attach(child, to: head, as: tree.relation(child)) }
        tree.attach(i, to: head, as: "discourse")
    }

    /// "“… to discuss it,” Holm said at a meeting": what stands behind the saying and outside the quotation hangs on the saying.
    func moveBehindSaying(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, any: ["obl", "advcl", "advmod"]), let head = tree.head(i), head < i, !quotations.contain(tree.tokens[i].span),
            quotations.contain(tree.tokens[head].span),
            let verb = (head + 1..<i).last(where: { isReporting($0, tree) && tree.upos($0) == "VERB" && !quotations.contain(tree.tokens[$0].span) }),
            !tree.dominates(i, verb)
        else { return }
        tree.attach(i, to: verb, as: tree.relation(i))
    }

    /// "During their talks, the two will sign, the agency reported.": what opens the sentence belongs to what is said.
    func moveFrontedPhrase(_ i: Int, in tree: inout ClauseTree) {
        guard tree.has(i, any: ["obl", "advmod", "advcl"]), let verb = tree.head(i), isReporting(verb, tree),
            let content = tree.child(verb, "ccomp"), content < verb, i < content,
            let subject = tree.child(content, "nsubj"), i < subject, let speaker = tree.child(verb, "nsubj"), speaker > content
        else { return }
        tree.attach(i, to: content, as: tree.relation(i))
    }

    /// "the agency quoted Holm as saying": of two subjects the one behind the verb is whom it quotes.
    func turnQuotedSpeaker(of verb: Int, in tree: inout ClauseTree) {
        guard ["quote", "cite"].contains(tree.lemma(verb)), tree.child(verb, "obj") == nil,
            tree.children(verb, "advcl").contains(where: { tree.marker($0) == "as" }),
            let quoted = tree.children(verb, "nsubj").last, quoted > verb, tree.children(verb, "nsubj").count > 1
        else { return }
        tree.attach(quoted, to: verb, as: "obj")
    }

    /// "“… Implementation has,” said Ann Lee": of two subjects the one outside the quotation says it.
    func turnQuotedSubject(of verb: Int, in tree: inout ClauseTree) {
        guard isReporting(verb, tree), !quotations.contain(tree.tokens[verb].span) else { return }
        let subjects = tree.children(verb, "nsubj")
        guard let quoted = subjects.first, subjects.count == 2, quoted < verb, quotations.contain(tree.tokens[quoted].span), subjects[1] > verb,
            !quotations.contain(tree.tokens[subjects[1]].span)
        else { return }
        tree.attach(quoted, to: verb, as: "ccomp")
        for child in tree.children(verb, "aux") where child < verb && quotations.contain(tree.tokens[child].span) { tree.attach(child, to: quoted, as: "aux") }
    }

    /// "Lund, 51, said": a number between commas behind a person's name is an age.
    func turnAge(_ i: Int, in tree: inout ClauseTree) {
        guard tree.upos(i) == "NUM", tree.lower(i).count <= 3, tree.lower(i).allSatisfy(\.isNumber), i > 0, i + 1 < tree.count,
            tree.tokens[i - 1].form == ",", [",", ")"].contains(tree.tokens[i + 1].form), let name = tree.head(i),
            layer.mention(at: tree.index, token: i - 2).map({ $0.type == .person && $0.kind == .name && $0.tokens.contains(name) }) ?? false
        else { return }
        tree.attach(i, to: name, as: "appos")
    }
}
