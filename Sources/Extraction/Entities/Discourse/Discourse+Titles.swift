import Facts

/// Whose office a title names.
extension Discourse {
    /// Links the owners of a sentence's titles, stated or inherited: in "Japan's Foreign Minister X, Defense Minister Y" Japan's
    /// office is also that of Y.
    mutating func assignOwners(_ sentence: Int) {
        let named = items.indices.reversed().prefix { items[$0].sentence == sentence }.filter { items[$0].kind == .name }
            .sorted { items[$0].tokens.lowerBound < items[$1].tokens.lowerBound }
        var previous: Int?
        for index in named {
            if items[index].title?.kind == .office { assignOwner(index, after: previous) }
            if items[index].type == .person { previous = index }
        }
    }

    private mutating func assignOwner(_ index: Int, after previous: Int?) {
        guard var title = items[index].title else { return }
        defer { items[index].title = title }
        if let span = title.ownerSpan {
            items[index].owner = recordNamed(by: span, in: items[index].sentence)
        } else if let previous, let owner = items[previous].owner, isListed(previous, title) {
            items[index].owner = owner
            title.owner = items[previous].title?.owner
            title.ownerSpan = items[previous].title?.ownerSpan
            title.ownerOrigin = .list
        } else if let body = speakingBody(of: index) {
            items[index].owner = items[body].record
            title.owner = text(span(items[body].tokens, items[body].sentence))
            title.ownerSpan = span(items[body].tokens, items[body].sentence)
            title.ownerOrigin = .stated
        } else if let country = knowledge.gazetteer.office(title.office.lowercased())?.country {
            title.owner = country
            title.ownerOrigin = .office
        }
    }

    /// The named thing whose mention covers most of the owner's words.
    private func recordNamed(by span: Span, in sentence: Int) -> Int? {
        items.reversed().prefix { $0.sentence == sentence }.first { item in
            item.kind == .name && self.span(item.tokens, sentence).contains(span)
        }?.record
            ?? items.reversed().prefix { $0.sentence == sentence }.first { item in
                item.kind == .name && span.contains(self.span(item.tokens, sentence))
            }?.record
    }

    /// "Amber said founder Ann Lee will leave": an office of its own, named without a body, belongs to the body that speaks of it.
    private func speakingBody(of index: Int) -> Int? {
        let sentence = items[index].sentence
        let tree = words[sentence].tree
        guard let title = items[index].title, Self.officesOfBodies.contains(title.office.lowercased()), tree.has(items[index].head, "nsubj"),
            let clause = tree.head(items[index].head), tree.has(clause, "ccomp"), let verb = tree.head(clause),
            knowledge.verbs.entry(tree.lemma(verb))?.stance?.isReporting ?? false, let subject = tree.child(verb, "nsubj")
        else { return nil }
        return items.indices.last {
            items[$0].sentence == sentence && items[$0].head == subject && items[$0].kind == .name && items[$0].type == .organisation
        }
    }

    private static let officesOfBodies: Set<String> = [
        "founder", "co-founder", "chief executive", "ceo", "chairman", "chairwoman", "chair", "president", "chief executive officer",
        "spokesman", "spokeswoman", "spokesperson", "director", "coach", "manager", "captain", "executive chairman", "chief financial officer",
    ]

    /// Whether only a comma or "and" stands between the person before and the title.
    private func isListed(_ previous: Int, _ title: OfficePhrase) -> Bool {
        let gap = items[previous].tokens.upperBound + 1..<max(items[previous].tokens.upperBound + 1, title.tokens.lowerBound)
        return !gap.isEmpty && gap.allSatisfy { [",", "and", ";"].contains(words[items[previous].sentence].lower[$0]) }
    }
}
