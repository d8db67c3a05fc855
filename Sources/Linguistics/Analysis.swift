import Facts

/// One word of an analysed text (clitics apart, as in Universal Dependencies: do|n't, Japan|'s).
public struct Token: Hashable, Sendable {
    public var span: Span
    public var form: String
    /// Lower case unless the word is a name.
    public var lemma: String
    /// Universal part of speech: NOUN, PROPN, VERB, …
    public var upos: String
    /// Penn Treebank tag: NN, VBD, …
    public var xpos: String
    /// Index of the head in the sentence's `tokens`; -1 for the root.
    public var head: Int
    /// Universal Dependencies relation without subtype loss: "nsubj:pass".
    public var deprel: String

    public init(span: Span, form: String, lemma: String, upos: String, xpos: String, head: Int, deprel: String) {
        self.span = span
        self.form = form
        self.lemma = lemma
        self.upos = upos
        self.xpos = xpos
        self.head = head
        self.deprel = deprel
    }
}

/// A name found in a sentence: tokens `first...last`, with its type.
public struct NameSpan: Hashable, Sendable {
    public var first: Int
    public var last: Int
    public var type: EntityType
    /// 0…1: near 0 for a guess from capitals alone, near 1 for what a trained model saw.
    public var certainty: Double

    public init(first: Int, last: Int, type: EntityType, certainty: Double = 1) {
        self.first = first
        self.last = last
        self.type = type
        self.certainty = certainty
    }
}

/// One sentence with its tokens, tree and names.
public struct Sentence: Sendable {
    public var span: Span
    public var tokens: [Token]
    public var names: [NameSpan]
    /// 0…1: how sure the parser is of the tree.
    public var confidence: Double
    /// True for the first sentence of a paragraph.
    public var startsParagraph: Bool

    public init(span: Span, tokens: [Token], names: [NameSpan], confidence: Double, startsParagraph: Bool) {
        self.span = span
        self.tokens = tokens
        self.names = names
        self.confidence = confidence
        self.startsParagraph = startsParagraph
    }
}
