/// Corrects what the net gets wrong in news text in ways that the words around rule out. Each rule looks for one shape that no right
/// tree has; the rules run in the order of ``all``.
enum TreeRepairs {
    static let all: [@Sendable (inout [Token]) -> Void] = [titleBesideName, adjectiveAsSubject, nameBeforeNoun, atLeastAsPreposition, objectWithPreposition, participleAsRoot]

    static func apply(to tokens: inout [Token]) {
        for repair in all { repair(&tokens) }
    }

    /// "said Mayor Lena Holt": a title and the name behind it are one subject or object, not two. The title hangs on the name.
    static func titleBesideName(_ tokens: inout [Token]) {
        for i in tokens.indices.dropLast() {
            let next = i + 1
            guard tokens[i].head == tokens[next].head, tokens[i].head >= 0, base(tokens[i]) == base(tokens[next]),
                  ["nsubj", "obj"].contains(base(tokens[i])), tokens[i].upos == "PROPN", tokens[next].upos == "PROPN",
                  !tokens.contains(where: { $0.head == i })
            else { continue }
            tokens[i].head = next
            tokens[i].deprel = "nmod:desc"
        }
    }

    /// "Norland's military seized power": an adjective right between an article or owner and a finite verb stands for its noun, and is
    /// the verb's subject. The parser hung it on a noun behind the verb, as no tree can.
    static func adjectiveAsSubject(_ tokens: inout [Token]) {
        for i in tokens.indices.dropFirst().dropLast() {
            let noun = tokens[i].head
            guard tokens[i].upos == "ADJ", base(tokens[i]) == "amod", noun > i + 1, ["DT", "POS"].contains(tokens[i - 1].xpos),
                  isFinite(tokens[i + 1]), tokens[noun].head == i + 1 || tokens[noun].head == tokens[i + 1].head
            else { continue }
            let verb = tokens[i + 1].upos == "AUX" && tokens[i + 1].head >= 0 ? tokens[i + 1].head : i + 1
            guard !tokens.contains(where: { $0.head == verb && base($0) == "nsubj" }) else { continue }
            for j in tokens.indices where j < i && tokens[j].head == noun { tokens[j].head = i }
            tokens[i].upos = "NOUN"
            tokens[i].xpos = "NN"
            tokens[i].head = verb
            tokens[i].deprel = "nsubj"
        }
    }

    private static func isFinite(_ token: Token) -> Bool { ["VBD", "VBZ", "VBP", "MD"].contains(token.xpos) }

    /// "The Liberal Party (LP) council met": a name and the bare noun right behind it or its bracket are one subject or object, not two.
    static func nameBeforeNoun(_ tokens: inout [Token]) {
        for noun in tokens.indices.dropFirst() where ["nsubj", "obj"].contains(base(tokens[noun])) && tokens[noun].upos == "NOUN" {
            guard let name = tokens[..<noun].indices.last(where: { tokens[$0].head == tokens[noun].head && base(tokens[$0]) == base(tokens[noun]) }),
                  tokens[name].upos == "PROPN", name == noun - 1 || isBracket(name + 1..<noun, tokens),
                  !tokens.contains(where: { $0.head == noun && base($0) == "case" })
            else { continue }
            tokens[name].head = noun
            tokens[name].deprel = "compound"
            for i in tokens.indices where tokens[i].head == name && base(tokens[i]) == "det" { tokens[i].head = noun }
        }
    }

    private static func isBracket(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
        range.count <= 5 && tokens[range.lowerBound].form == "(" && tokens[range.upperBound - 1].form == ")"
    }

    /// "killed at least 40 people": the preposition belongs to the number, so the noun is the verb's object.
    static func atLeastAsPreposition(_ tokens: inout [Token]) {
        for noun in tokens.indices where base(tokens[noun]) == "obl" && tokens[noun].upos == "NOUN" {
            let verb = tokens[noun].head
            guard verb >= 0, verb < noun, tokens[verb].upos == "VERB", tokens[verb].xpos != "VBN", !isTime(tokens[noun]),
                  !tokens.contains(where: { $0.head == noun && base($0) == "case" }),
                  !tokens.contains(where: { $0.head == verb && ["obj", "iobj", "aux:pass"].contains($0.deprel) }),
                  tokens[verb + 1..<noun].contains(where: { ["least", "most"].contains($0.lemma) }),
                  tokens[verb + 1].lemma == "at"
            else { continue }
            tokens[noun].deprel = "obj"
        }
    }

    /// "rose in the first quarter": what stands behind a preposition is no object.
    static func objectWithPreposition(_ tokens: inout [Token]) {
        for i in tokens.indices where ["obj", "iobj"].contains(tokens[i].deprel) {
            let prepositions = tokens.indices.filter { tokens[$0].head == i && base(tokens[$0]) == "case" }
            if prepositions.contains(where: { $0 < i && tokens[i].head < $0 }) { tokens[i].deprel = "obl" }
        }
    }

    /// "The general, asked whether …, declined to comment": a past form right behind the comma that ends the subject is a participle
    /// where a later finite verb, itself behind a comma, has no subject. The later verb is the root.
    static func participleAsRoot(_ tokens: inout [Token]) {
        guard let root = tokens.firstIndex(where: { $0.head < 0 }), root > 1, ["VBD", "VBN"].contains(tokens[root].xpos), tokens[root - 1].form == ",",
              let subject = tokens.indices.first(where: { tokens[$0].head == root && base(tokens[$0]) == "nsubj" }), subject < root - 1,
              !tokens.contains(where: { $0.head == root && base($0) == "aux" }),
              let verb = tokens.indices.last(where: { takesOver($0, from: root, tokens) })
        else { return }
        tokens[verb].head = -1
        tokens[verb].deprel = "root"
        tokens[root].head = subject
        tokens[root].deprel = "acl"
        tokens[root].xpos = "VBN"
        tokens[subject].head = verb
        for i in tokens.indices where tokens[i].head == root {
            if i > verb || i == tokens.count - 1 || i < subject && base(tokens[i]) != "punct" { tokens[i].head = verb }
        }
    }

    private static func takesOver(_ i: Int, from root: Int, _ tokens: [Token]) -> Bool {
        i > root + 1 && tokens[i].head == root && ["VBD", "VBZ", "VBP"].contains(tokens[i].xpos) && tokens[i - 1].form == ","
            && ["ccomp", "conj", "advcl", "parataxis", "dep", "xcomp"].contains(base(tokens[i]))
            && !tokens.contains { $0.head == i && ["nsubj", "csubj", "expl", "mark"].contains(base($0)) }
    }

    private static func isTime(_ token: Token) -> Bool {
        ["second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "time"].contains(token.lemma)
    }

    private static func base(_ token: Token) -> Substring { token.deprel.prefix { $0 != ":" } }
}
