import Lexicon

/// A pronoun of the third person, or one that opens a relative clause.
struct Pronoun {
    enum Kind { case it, they, he, she, relative }

    let token: Int
    let kind: Kind
    let isPossessive: Bool
    let isReflexive: Bool

    init?(_ token: Int, in words: SentenceWords) {
        let tree = words.tree
        guard tree.upos(token) == "PRON" || tree.xpos(token).hasPrefix("PRP") || tree.xpos(token).hasPrefix("W") else { return nil }
        guard !tree.has(token, "expl"), !NameForm.isAcronym(words.form(token)) else { return nil }
        let word = words.lower[token]
        switch word {
        case "it", "its", "itself": kind = .it
        case "they", "them", "their", "theirs", "themselves": kind = .they
        case "he", "him", "his", "himself": kind = .he
        case "she", "her", "hers", "herself": kind = .she
        case "who", "whom", "which", "whose", "that":
            guard Self.relativeClause(of: token, in: tree) != nil else { return nil }
            kind = .relative
        default: return nil
        }
        self.token = token
        isPossessive = tree.xpos(token) == "PRP$" || tree.relation(token) == "nmod:poss" || ["its", "their", "whose"].contains(word)
        isReflexive = word.hasSuffix("self") || word.hasSuffix("selves")
    }

    /// Whether it stands in a phrase or clause before the subject of the main clause: "In its report, the panel …".
    func isFronted(in tree: ClauseTree) -> Bool {
        guard kind != .relative, let root = tree.root, let subject = tree.child(root, "nsubj"), token < tree.reach[subject].lowerBound
        else { return false }
        guard let opening = ([token] + tree.ancestors(of: token)).first(where: { tree.head($0) == root }) else { return false }
        return tree.has(opening, any: ["obl", "advcl"]) && isPossessive
    }

    /// The head of the relative clause that the pronoun opens.
    static func relativeClause(of token: Int, in tree: ClauseTree) -> Int? {
        var current = token
        for _ in 0..<6 {
            guard let head = tree.head(current) else { return nil }
            if tree.relation(head) == "acl:relcl" || (tree.has(head, "acl") && head > token) { return head }
            if tree.upos(head) == "VERB" && !tree.has(head, any: ["xcomp", "ccomp", "conj"]) { return nil }
            current = head
        }
        return nil
    }
}
