import Facts
import Questions

/// A fact that a rule derived, with what it rests on. It is never stored, and never shown as if an article stated it.
struct DerivedFact {
    var fact: FactView
    var view: SentenceView
    var rule: String
    var premises: [SentenceView]
}

/// Applies rules forward to the facts at hand: one round, conditions joined in their order.
struct Deduction {
    let forms: WordTable

    private typealias Bindings = [(variable: Variable, argument: ArgumentView)]
    private struct Proof {
        var bindings: Bindings
        var premises: [(fact: FactView, view: SentenceView)]
    }

    func derive(_ rules: [InferenceRule], from views: [SentenceView]) -> [DerivedFact] {
        rules.flatMap { rule in proofs(of: rule.conditions, in: views).compactMap { conclude(rule, $0) } }
    }

    private func proofs(of conditions: [Atom], in views: [SentenceView]) -> [Proof] {
        var proofs = [Proof(bindings: [], premises: [])]
        for condition in conditions {
            let relation = forms.number(of: condition.relation)
            let telling = views.filter { $0.outlines.contains { $0.relation == condition.relation || $0.predicate == relation } }
            proofs = proofs.flatMap { proof in
                telling.flatMap { view in
                    view.facts.compactMap { fact in
                        matched(condition, fact, proof.bindings).map { Proof(bindings: $0, premises: proof.premises + [(fact, view)]) }
                    }
                }
            }
        }
        return proofs
    }

    private func matched(_ atom: Atom, _ fact: FactView, _ bindings: Bindings) -> Bindings? {
        guard fact.fact.relation == atom.relation || fact.fact.predicate == atom.relation,
              fact.fact.polarity == atom.polarity else { return nil }
        var bindings = bindings
        for (index, place) in atom.places.enumerated() {
            let role = place.role ?? (index == 0 ? .agent : .patient)
            guard let argument = fact.arguments.first(where: { $0.argument.role == role }) else { return nil }
            switch place.term {
            case .variable(let variable):
                if let known = bindings.first(where: { $0.variable == variable }) {
                    guard isSame(known.argument, argument) else { return nil }
                } else {
                    bindings.append((variable, argument))
                }
            case .phrase(let word), .name(let word):
                guard argument.headForms.contains(forms.number(of: word)) else { return nil }
            case .anything: break
            case .quantity, .date: return nil
            }
        }
        return bindings
    }

    private func isSame(_ a: ArgumentView, _ b: ArgumentView) -> Bool {
        if let first = a.argument.entity, let second = b.argument.entity { return first == second }
        return a.folded == b.folded
    }

    private func conclude(_ rule: InferenceRule, _ proof: Proof) -> DerivedFact? {
        guard let (premise, view) = proof.premises.first else { return nil }
        var arguments: [Argument] = []
        for (index, place) in rule.conclusion.places.enumerated() {
            guard case .variable(let variable) = place.term, var argument = proof.bindings.first(where: { $0.variable == variable })?.argument.argument else { return nil }
            argument.role = place.role ?? (index == 0 ? .agent : .patient)
            argument.preposition = nil
            arguments.append(argument)
        }
        var fact = premise.fact
        fact.predicate = rule.conclusion.relation
        fact.relation = rule.conclusion.relation
        fact.arguments = arguments
        fact.rule = rule.name
        return DerivedFact(fact: FactView(fact, forms: forms), view: view, rule: rule.name,
                           premises: proof.premises.dropFirst().map(\.view))
    }
}
