import Chronology
import Facts
import Lexicon

/// Makes a parsed tree agree with what is known apart from it: a name hangs together, a finite verb has the subject that
/// stands before it, nothing outside a quotation hangs on a noun inside it, and a relative clause says nothing of a date that
/// stands between it and its noun.
struct TreeRepair {
    let layer: EntityLayer
    /// Of the sentence.
    let times: [TimeExpression]
    let quotations: Quotations
    let verbs: VerbLexicon
    let words: WordNet

    func repair(_ given: ClauseTree) -> ClauseTree {
        var tree = given
        for mention in layer.mentions(in: tree.index) where mention.kind == .name { gather(mention, in: &tree) }
        for mention in layer.mentions(in: tree.index) where mention.title != nil { gatherTitle(mention, in: &tree) }
        for mention in layer.mentions(in: tree.index) where mention.kind == .name {
            attachBeforeNoun(mention, in: &tree)
            joinDescription(of: mention, in: &tree)
            moveToDescription(mention, in: &tree)
        }
        for i in tree.tokens.indices { turnBackwardParticiple(i, in: &tree) }
        for i in tree.tokens.indices where tree.xpos(i) == "POS" { attachOwner(at: i, in: &tree) }
        for i in tree.tokens.indices {
            repairPhrases(at: i, in: &tree)
            repairPredicates(at: i, in: &tree)
            repairEmbedding(at: i, in: &tree)
        }
        turnEnumerator(in: &tree)
        turnColonItems(in: &tree)
        turnItemDescriptions(in: &tree)
        turnInitialClause(in: &tree)
        moveDateToVerb(in: &tree)
        for i in tree.tokens.indices { repairDescriptions(at: i, in: &tree) }
        turnCountedItems(in: &tree)
        return tree
    }

    /// What belongs together in a phrase, and what the words around sayings belong to.
    private func repairPhrases(at i: Int, in tree: inout ClauseTree) {
        joinModifiers(at: i, in: &tree)
        joinNounModifiers(at: i, in: &tree)
        joinFixedObject(i, in: &tree)
        turnStrayPreposition(i, in: &tree)
        turnDanglingParticiple(i, in: &tree)
        turnGerundBeforeArticle(i, in: &tree)
        turnParticipleBeforeObject(i, in: &tree)
        moveBehindComplement(i, in: &tree)
        joinRepeated(at: i, in: &tree)
        movePersonConjunct(i, in: &tree)
        moveRecipient(i, in: &tree)
        movePlaceConjunct(i, in: &tree)
        splitBeforeOwner(i, in: &tree)
        turnWithInfinitive(i, in: &tree)
        moveParallelConjunct(i, in: &tree)
        moveDoer(i, in: &tree)
        moveCityToVerb(i, in: &tree)
        turnDistantListPart(i, in: &tree)
        moveIntoApposition(i, in: &tree)
        moveToHarm(i, in: &tree)
        moveCalledInfinitive(i, in: &tree)
        moveGerundToParticiple(i, in: &tree)
        moveBehindSaying(i, in: &tree)
        moveFrontedPhrase(i, in: &tree)
        dropSpokenQuote(i, in: &tree)
        turnQuotedSpeaker(of: i, in: &tree)
        turnAge(i, in: &tree)
        turnBareDescription(i, in: &tree)
        splitSubjects(of: i, in: &tree)
        turnPrepositionToMark(i, in: &tree)
        turnSplitSaying(i, in: &tree)
        turnInfinitiveSubject(i, in: &tree)
        turnFalseSubject(i, in: &tree)
        moveForInfinitive(i, in: &tree)
        turnBracketedVerb(i, in: &tree)
        joinBracketedModifier(i, in: &tree)
        joinParticiples(at: i, in: &tree)
    }

    /// What verbs, prepositions and adjectives ask for.
    private func repairPredicates(at i: Int, in tree: inout ClauseTree) {
        moveMatter(i, in: &tree)
        moveCompanion(i, in: &tree)
        turnSeparatedSubject(of: i, in: &tree)
        moveParticipleToThing(i, in: &tree)
        turnClauseBehindNouns(i, in: &tree)
        turnQuotedSubject(of: i, in: &tree)
        turnDescribedSubject(of: i, in: &tree)
        moveBehindInfinitive(i, in: &tree)
        moveAmount(i, in: &tree)
        moveScore(i, in: &tree)
        turnObjectPredicate(i, in: &tree)
        moveFiniteConjunct(i, in: &tree)
        moveIntoContent(i, in: &tree)
        turnPartOfWhom(i, in: &tree)
        turnWorth(i, in: &tree)
        turnHome(i, in: &tree)
        turnDue(i, in: &tree)
        turnObjectBehindPreposition(i, in: &tree)
        moveBehindSaid(i, in: &tree)
    }

    /// Which clause a clause hangs in, and who does what in it.
    private func repairEmbedding(at i: Int, in tree: inout ClauseTree) {
        turnPerfect(i, in: &tree)
        turnIsTo(i, in: &tree)
        splitWhoseClause(i, in: &tree)
        turnWhoseSubject(i, in: &tree)
        turnWhoseClause(i, in: &tree)
        turnConjunctSubject(i, in: &tree)
        moveParticipleToMain(i, in: &tree)
        moveParticipleToSubject(i, in: &tree)
        moveOutOfQuotation(i, in: &tree)
        turnSecondSubject(i, in: &tree)
        turnPlaceApposition(i, in: &tree)
        turnPlaceThere(i, in: &tree)
        turnGerundSubject(i, in: &tree)
        moveBehindAside(i, in: &tree)
        turnVerbalConjunct(i, in: &tree)
        joinCoordinatedOffice(i, in: &tree)
        joinCountedNames(i, in: &tree)
        turnPlaceDescription(i, in: &tree)
        turnBareSpeaker(i, in: &tree)
    }

    /// What relative clauses, participles and appositions describe; the subjects of finite verbs.
    private func repairDescriptions(at i: Int, in tree: inout ClauseTree) {
        if tree.has(i, "acl") {
            turnObjectInfinitive(i, in: &tree)
            turnFalseParticiple(i, in: &tree)
            turnDatedComplement(i, in: &tree)
            moveFromDate(i, in: &tree)
            moveToNearestName(i, in: &tree)
            moveToIndefinite(i, in: &tree)
            moveToPersons(i, in: &tree)
            moveToEvent(i, in: &tree)
            turnClauseBehindAs(i, in: &tree)
            moveParticipleToVerb(i, in: &tree)
            moveOtherName(i, in: &tree)
        }
        if tree.has(i, "appos") {
            joinBareApposition(i, in: &tree)
            turnListedApposition(i, in: &tree)
            turnRepeatedApposition(i, in: &tree)
            turnObjectOfParticiple(i, in: &tree)
            moveToPerson(i, in: &tree)
            moveDistantApposition(i, in: &tree)
            moveNewApposition(i, in: &tree)
        }
        chainParticiples(i, in: &tree)
        turnUnclosedApposition(before: i, in: &tree)
        turnInverted(i, in: &tree)
        moveExamples(i, in: &tree)
        moveExampleToKind(i, in: &tree)
        if isFiniteWithoutSubject(i, tree) { findSubject(of: i, in: &tree) }
        if isReporting(i, tree), let subject = tree.child(i, "nsubj"), subject < i {
            correctSpeaker(of: i, insteadOf: subject, in: &tree)
        }
    }

    // MARK: Dates

    private func moveFromDate(_ i: Int, in tree: inout ClauseTree) {
        guard let noun = tree.head(i), times.contains(where: { $0.span.overlaps(tree.tokens[noun].span) }) else { return }
        guard let verb = tree.ancestors(of: noun).first(where: { tree.upos($0) == "VERB" }) else { return }
        let candidates = tree.children[verb].filter {
            $0 < noun && tree.has($0, any: ["obj", "obl", "nsubj"]) && ["NOUN", "PROPN"].contains(tree.upos($0))
        }
        if let object = candidates.last(where: { tree.has($0, "obj") }) ?? candidates.last {
            tree.attach(i, to: object, as: tree.relation(i))
        }
    }

    // MARK: Subjects

    private func isFiniteWithoutSubject(_ i: Int, _ tree: ClauseTree) -> Bool {
        guard tree.upos(i) == "VERB" || tree.child(i, "cop") != nil, tree.child(i, "nsubj", "csubj", "expl") == nil else {
            return false
        }
        if tree.has(i, any: ["conj", "xcomp", "amod", "compound"]) && !isReporting(i, tree)
            || tree.has(i, "acl") && (tree.xpos(i) != "VBD" || tree.relation(i) == "acl")
        {
            return false
        }
        if tree.has(i, "acl"),
            tree.tokens.indices.contains(where: { tree.antecedent(ofPronoun: $0) == tree.head(i) }) || tree.child(i, "obj") == nil
        {
            return false
        }
        return ["VBD", "VBZ", "VBP"].contains(tree.xpos(i))
            || tree.children(i, "aux", "cop").contains { ["VBD", "VBZ", "VBP", "MD"].contains(tree.xpos($0)) }
    }

    /// The noun phrase that stands right before the verb, or right after a verb of saying, and hangs elsewhere by mistake.
    private func findSubject(of verb: Int, in tree: inout ClauseTree) {
        let group = ([verb] + tree.children(verb, "aux", "cop", "advmod").filter { $0 < verb }).min() ?? verb
        var before = group - 1
        while before >= 0, tree.upos(before) == "ADV" || tree.tokens[before].form == "," { before -= 1 }
        if before >= 0, let name = apposedName(endingAt: before, below: verb, tree) { return tree.attach(name, to: verb, as: "nsubj") }
        if before >= 0, let noun = phraseTop(from: before, in: tree, limit: group, verb: verb) {
            tree.attach(noun, to: verb, as: "nsubj")
            return addEarlierConjunct(to: noun, of: verb, in: &tree)
        }
        guard isReporting(verb, tree), verb + 1 < tree.count, let noun = phraseTopAfter(verb, in: tree) else { return }
        tree.attach(noun, to: verb, as: "nsubj")
    }

    /// "While the board builds a wall, President Ann Lee undercuts it": the name right before the verb is no other name of a thing
    /// in the clause before.
    private func apposedName(endingAt last: Int, below verb: Int, _ tree: ClauseTree) -> Int? {
        guard let name = layer.mention(at: tree.index, token: last), name.kind == .name, name.type == .person,
            tree.has(name.head, "appos"), let thing = tree.head(name.head), type(thing, tree) != .person,
            let clause = tree.ancestors(of: thing).first(where: { tree.upos($0) == "VERB" }), tree.head(clause) == verb, tree.has(clause, "advcl")
        else { return nil }
        return name.head
    }

    /// "The plan has “failed,” Ann Lee said.": who stands between the quotation and the verb says it; what the parser took
    /// for the speaker is the subject of what is said.
    private func correctSpeaker(of verb: Int, insteadOf subject: Int, in tree: inout ClauseTree) {
        var last = verb - 1
        while last > subject, tree.upos(last) == "ADV" || tree.upos(last) == "PUNCT" && tree.tokens[last].form == "," { last -= 1 }
        guard last > subject, !tree.reach[subject].contains(last) || crossesClause(from: subject, to: last, in: tree) else {
            return
        }
        var top = last
        while let up = tree.head(top), up != verb, up > subject, up < verb, tree.upos(up) != "VERB",
            quotations.contain(tree.tokens[up].span) == quotations.contain(tree.tokens[top].span)
        { top = up }
        guard top != subject, ["NOUN", "PROPN", "PRON"].contains(tree.upos(top)),
            tree.child(top, "case").map({ tree.xpos($0) == "POS" }) ?? true,
            let separator = tree.phrase(top).first.map({ $0 - 1 }), separator > subject,
            [",", "”", "\"", "''"].contains(tree.tokens[separator].form)
        else { return }
        let predicate =
            (subject + 1..<separator).first { candidate in
                (tree.upos(candidate) == "VERB" || tree.child(candidate, "cop") != nil) && tree.head(candidate) == verb
            }
            ?? (verb + 1..<tree.count).first { candidate in
                ["VERB", "AUX"].contains(tree.upos(candidate)) && tree.head(candidate) == verb && tree.tokens[verb + 1].form == ","
            }
        guard let predicate else { return }
        tree.attach(subject, to: predicate, as: "nsubj")
        tree.attach(top, to: verb, as: "nsubj")
        if !tree.has(predicate, "ccomp") { tree.attach(predicate, to: verb, as: "ccomp") }
    }

    private func crossesClause(from subject: Int, to last: Int, in tree: ClauseTree) -> Bool {
        (subject + 1..<last).contains { [",", "”"].contains(tree.tokens[$0].form) } && tree.child(subject, "appos") == nil
            && tree.child(subject, "conj") == nil && tree.child(subject, "acl") == nil
    }

    /// "The leaders of the two towns and Ann Lee met": of a subject that ends in "and X" the first part was hung elsewhere.
    private func addEarlierConjunct(to noun: Int, of verb: Int, in tree: inout ClauseTree) {
        guard let start = tree.phrase(noun).first, start >= 2, tree.upos(start - 1) == "CCONJ" else { return }
        var top = start - 2
        while let up = tree.head(top), up < start - 1 { top = up }
        guard tree.has(top, "nsubj"), ["NOUN", "PROPN", "PRON"].contains(tree.upos(top)), !tree.dominates(top, verb) else { return }
        tree.attach(top, to: verb, as: "nsubj")
        tree.attach(noun, to: top, as: "conj")
        tree.attach(start - 1, to: noun, as: "cc")
    }

    func isReporting(_ i: Int, _ tree: ClauseTree) -> Bool {
        verbs.entry(tree.lemma(i))?.stance?.isReporting ?? false
    }

    /// Climbs from the last word of a phrase to the word whose head lies beyond the verb, or inside a quotation that the word
    /// is not part of.
    private func phraseTop(from start: Int, in tree: ClauseTree, limit: Int, verb: Int) -> Int? {
        var current = start
        while let up = tree.head(current) {
            let leavesQuotation = quotations.contain(tree.tokens[up].span) && !quotations.contain(tree.tokens[current].span)
            let crossesMark = tree.children(verb, "mark").contains { up < $0 && $0 <= current }
            if up >= limit || leavesQuotation || crossesMark || isTime(up, tree) && !isTime(current, tree) {
                let isNominal = ["NOUN", "PROPN", "PRON", "NUM"].contains(tree.upos(current)) || tree.upos(current) == "DET"
                let isFree = up != verb && tree.child(current, "case").map { tree.xpos($0) == "POS" } ?? true
                return isNominal && isFree && !tree.dominates(current, verb) ? current : nil
            }
            current = up
        }
        return nil
    }

    private func phraseTopAfter(_ verb: Int, in tree: ClauseTree) -> Int? {
        let next = verb + 1
        guard ["DET", "PROPN", "NOUN", "PRON", "ADJ"].contains(tree.upos(next)) else { return nil }
        var current = next
        while let up = tree.head(current), up > verb, tree.upos(up) != "VERB" { current = up }
        guard tree.head(current) != verb || tree.has(current, "iobj"), ["NOUN", "PROPN", "PRON"].contains(tree.upos(current)),
            !quotations.contain(tree.tokens[current].span), !tree.dominates(current, verb), tree.child(current, "case") == nil
        else { return nil }
        return current
    }
}
