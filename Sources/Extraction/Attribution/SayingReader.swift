import Facts
import Lexicon

/// Finds sayings in a tree: "X said that …", "…," said X, "according to X".
struct SayingReader {
    let scene: Scene
    /// The quoted stretches of the article.
    let quotations: Quotations
    private var tree: ClauseTree { scene.tree }

    func sayings() -> [Saying] {
        scene.clauses.compactMap(spoken) + tree.tokens.indices.compactMap(accordingTo)
    }

    // MARK: Verbs of saying

    private func spoken(_ clause: Clause) -> Saying? {
        guard clause.kind == .verbal, !clause.isPassive, !clause.subjects.isEmpty, reported(by: clause) == nil,
            scene.knowledge.verbs.entry(clause.verb)?.stance?.isReporting ?? false,
            let (head, content) = content(of: clause) ?? quoting(clause).flatMap(content(of:)), !content.isEmpty
        else { return nil }
        return Saying(
            verb: clause.head, cue: tree.tokens[clause.head].form, speakers: clause.subjects, content: content,
            contentHead: head, isQuoted: content.contains { quotations.contain(tree.tokens[$0].span) })
    }

    /// "the agency quoted Holm as [saying]": who is quoted says it, not who quotes.
    private func reported(by clause: Clause) -> Clause? {
        guard ["quote", "cite"].contains(clause.verb) else { return nil }
        return tree.children(clause.head, "advcl").compactMap { scene.clause(at: $0) }.first { $0.marker == "as" && !$0.subjects.isEmpty }
    }

    private func quoting(_ clause: Clause) -> Clause? {
        clause.governor.flatMap { scene.clause(at: $0) }.flatMap { reported(by: $0)?.head == clause.head ? $0 : nil }
    }

    private func content(of clause: Clause) -> (head: Int, tokens: [Int])? {
        let i = clause.head
        if let before = contentBefore(clause) { return before }
        if let child = tree.child(i, "ccomp") { return (child, tree.subtree(child).filter { $0 != i }) }
        if let child = tree.children(i, "parataxis", "conj", "dep", "advcl", "obj", "appos").first(where: { isQuote($0) }) {
            return (child, tree.subtree(child).filter { $0 != i })
        }
        if clause.link == .aside || clause.link == .coordinated || clause.link == .adverbial, let up = tree.head(i),
            clause.link == .aside || isQuote(up)
        {
            let own = Set(tree.subtree(i))
            return (
                up,
                tree.subtree(up).filter {
                    !own.contains($0) && tree.upos($0) != "PUNCT" || !own.contains($0) && isInside($0, up, own)
                }
            )
        }
        return nil
    }

    /// "…, X said." and "…," said X: everything before the speaker, whatever the parser made of it. Where the quotation goes
    /// on after the speaker, that belongs to it too.
    private func contentBefore(_ clause: Clause) -> (head: Int, tokens: [Int])? {
        guard clause.hasOwnSubject, let subject = clause.subjects.first, tree.child(clause.head, "mark") == nil else { return nil }
        let core = tree.phrase(subject)
        let isInverted = subject > clause.head
        let start = isInverted ? clause.head : min(clause.head, core.first ?? subject)
        guard start >= 3, [",", "”", "\"", "''", "?", "!"].contains(tree.tokens[start - 1].form) else { return nil }
        let end = isInverted ? core.last ?? subject : clause.head
        if !isInverted, end + 1 < tree.count, ["SCONJ", "PRON", "DET"].contains(tree.upos(end + 1)),
            tree.child(clause.head, "ccomp").map({ $0 > end }) ?? false
        {
            return nil
        }
        let before = Array(0..<start - 1)
        let isQuoted = quotations.contain(tree.tokens[start - 2].span)
        guard before.contains(where: { token in scene.clause(at: token) != nil && token != clause.head }) || isQuoted && isInverted else { return nil }
        if !isQuoted, before.contains(where: { tree.has($0, "nsubj") && tree.head($0) == clause.head }) { return nil }
        if !isQuoted, !isMainBefore(clause, start) { return nil }
        let after = (end + 1..<tree.count).filter { $0 > end && quotations.contain(tree.tokens[$0].span) && isQuoted }
        let clauses = before.filter { scene.clause(at: $0) != nil }
        let heads = clauses.isEmpty ? before.filter { tree.upos($0) != "PUNCT" } : clauses
        guard let head = heads.min(by: { tree.ancestors(of: $0).count < tree.ancestors(of: $1).count }) else { return nil }
        return (head, before + after)
    }

    /// Whether what stands before the speaker is a clause of its own and not an adverbial of the saying ("When asked, he said").
    private func isMainBefore(_ clause: Clause, _ start: Int) -> Bool {
        if clause.link == .aside { return true }
        if clause.link == .adverbial, clause.marker == nil, let up = tree.head(clause.head), up < start { return true }
        if let complement = tree.child(clause.head, "ccomp") { return complement < start }
        return false
    }

    /// Punctuation between two words of what is said belongs to it.
    private func isInside(_ token: Int, _ head: Int, _ own: Set<Int>) -> Bool {
        let range = tree.subtree(head).filter { !own.contains($0) && tree.upos($0) != "PUNCT" }
        guard let first = range.first, let last = range.last else { return false }
        return first < token && token < last
    }

    private func isQuote(_ i: Int) -> Bool { quotations.contain(tree.tokens[i].span) && scene.clause(at: i) != nil }

    // MARK: According to

    private func accordingTo(_ i: Int) -> Saying? {
        if tree.lower(i) == "according", let source = tree.child(i, "obl", "nmod", "obj"), let up = tree.head(i),
            let clause = scene.clause(around: up)
        {
            let own = Set(tree.subtree(i))
            return Saying(
                verb: nil, cue: "according to", speakers: tree.conjuncts(source),
                content: tree.subtree(clause.head).filter { !own.contains($0) }, contentHead: clause.head, isQuoted: false)
        }
        guard tree.has(i, any: ["obl", "nmod", "advmod", "advcl", "parataxis"]),
            tree.preposition(i) == "according to" || isAccording(i),
            let up = tree.head(i), let clause = scene.clause(around: up)
        else { return nil }
        let own = Set(tree.subtree(i))
        let content = tree.subtree(clause.head).filter { !own.contains($0) }
        return Saying(
            verb: nil, cue: "according to", speakers: tree.conjuncts(i), content: content, contentHead: clause.head,
            isQuoted: false)
    }

    private func isAccording(_ i: Int) -> Bool {
        guard let first = tree.children(i, "case", "fixed", "mark").first else { return false }
        return tree.lower(first) == "according"
            || first + 1 < tree.count && tree.lower(first) == "to" && first > 0 && tree.lower(first - 1) == "according"
    }
}
