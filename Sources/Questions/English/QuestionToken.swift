import Facts

/// One word, number, mark or quotation of a question.
struct QuestionToken: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case word, number, mark, quotation }

    var kind: Kind
    /// As written; of a quotation, the words between its marks.
    var form: String
    /// Lower case with straight apostrophes.
    var lower: String
    /// In Unicode scalars of the line.
    var span: Span

    /// Whether the word begins with a capital.
    var isCapitalised: Bool { form.unicodeScalars.first?.properties.isUppercase ?? false }
}
