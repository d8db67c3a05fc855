import Facts

/// A fact while it is being read: its phrases are still tokens of one sentence.
struct Predication: Sendable {
    /// A phrase with its part in the predication.
    struct Phrase: Hashable, Sendable {
        var role: Role
        /// The token that the phrase hangs on; what its entity is looked up by.
        var head: Int
        var span: Span
        var preposition: String?
        /// Words that stand for the phrase where no single stretch of the text does: a split quotation.
        var text: String?
        /// Index of the sentence it stands in, where that is not the predication's own.
        var sentence: Int?

        init(_ role: Role, head: Int, span: Span, preposition: String? = nil, text: String? = nil, sentence: Int? = nil) {
            self.role = role
            self.sentence = sentence
            self.head = head
            self.span = span
            self.preposition = preposition
            self.text = text
        }
    }

    /// The token of the predicate: where time expressions and attributions find it.
    var anchor: Int
    var predicate: String
    var relation: String?
    var phrases: [Phrase]
    var modality: Modality = .actual
    var polarity: Polarity = .positive
    var tense: Clause.Tense = .none
    /// The name of the rule that made it.
    var rule: String
    /// 0…1: how often the rule is right where the tree is.
    var certainty: Double
    /// The words that carry it.
    var evidence: Span
    /// The clause in words, where its subject stands elsewhere in the sentence.
    var text: String?
    /// A time that the words themselves imply ("former"), stronger than what hangs on the tree.
    var time: ValidTime?

    func phrases(_ role: Role) -> [Phrase] { phrases.filter { $0.role == role } }
}
