import Facts

/// A word as the time tagger sees it. `Linguistics` sits beside this room, so its tokens are handed over in this form.
public struct Word: Hashable, Sendable {
    public var span: Span
    public var form: String
    public var lemma: String
    /// Penn Treebank tag; empty where it isn't known.
    public var xpos: String

    public init(span: Span, form: String, lemma: String, xpos: String) {
        self.span = span
        self.form = form
        self.lemma = lemma
        self.xpos = xpos
    }
}

/// A time expression found in a text, with what it means and why.
public struct TimeExpression: Hashable, Sendable {
    /// TIMEX3 types.
    public enum Kind: String, Sendable { case date = "DATE", time = "TIME", duration = "DURATION", set = "SET" }

    /// The preposition's meaning for the event it dates.
    public enum Relation: String, Sendable { case at, since, until, by, before, after, during, range }

    public var span: Span
    /// Index of the sentence it stands in.
    public var sentence: Int
    public var kind: Kind
    /// TIMEX3 value: "2024-07-28", "P15Y", "PAST_REF".
    public var value: String
    /// TIMEX3 mod: "START", "APPROX"; empty for none.
    public var mod: String
    /// The days it covers; nil for durations without anchor and for what cannot be resolved.
    public var time: ValidTime?
    public var relation: Relation
    /// 0…1.
    public var certainty: Double
    /// The name of the rule that read it.
    public var rule: String
    /// What it was counted from: "publication 2024-07-27", "2004-12"; empty for an absolute date.
    public var anchor: String

    public init(span: Span, sentence: Int, kind: Kind, value: String, mod: String = "", time: ValidTime?,
                relation: Relation = .at, certainty: Double = 1, rule: String, anchor: String = "") {
        self.span = span
        self.sentence = sentence
        self.kind = kind
        self.value = value
        self.mod = mod
        self.time = time
        self.relation = relation
        self.certainty = certainty
        self.rule = rule
        self.anchor = anchor
    }
}
