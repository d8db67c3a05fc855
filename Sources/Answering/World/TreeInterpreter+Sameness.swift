import Facts
import Questions

/// "… the same ward as Ada": what is said holds of Ada too, with the same ward.
extension TreeInterpreter {
    /// A thing that what is said shares with another's.
    struct Shared {
        var variable: Variable
        var other: Noun
    }

    /// Notes that the clause shares this noun; its predicate is then said of both.
    func share(_ noun: Noun, with phrase: Phrase, _ span: Span) throws(Misfit) {
        guard let variable = noun.variable else { throw Misfit(span: span, message: "the same as what?") }
        let other = try self.noun(phrase)
        guard !other.kind.isNumeric else { throw Misfit(span: span, message: "the same as what?") }
        shared.append(Shared(variable: variable, other: other))
    }

    /// What is said of the subject, said also of the others it shares something with since `mark`.
    func sharing(_ said: Formula, _ subject: Noun, since mark: Int) throws(Misfit) -> Formula {
        guard shared.count > mark else { return said }
        var parts = [said]
        for item in shared[mark...] {
            guard said.variables.contains(item.variable) else {
                throw Misfit(span: item.other.span, message: "the same as what?")
            }
            var copy = said.substituting(subject.term, with: item.other.term)
            for variable in said.mentioned.sorted() where variable != item.variable && .variable(variable) != subject.term {
                copy = copy.renaming(variable, to: fresh(variable.name))
            }
            parts += item.other.conditions + [copy, .comparison(.term(subject.term), .different, .term(item.other.term))]
        }
        shared.removeLast(shared.count - mark)
        return .all(parts)
    }
}
