import Lexicon

/// Decides for each mention of a capital whether it speaks of the city or of its country's government.
///
/// "Officials in Lisbon", "flew to Lisbon" and "Lisbon's streets" mean the city; "Lisbon agreed to sell", "talks between Lisbon and
/// Madrid", "Lisbon's opposition to the plan" the government.
struct GovernmentReading {
    private let tree: ClauseTree
    private let knowledge: EntityKnowledge

    init(_ tree: ClauseTree, _ knowledge: EntityKnowledge) {
        self.tree = tree
        self.knowledge = knowledge
    }

    func isGovernment(_ tokens: ClosedRange<Int>) -> Bool {
        isGovernment(head(of: tokens), depth: 0)
    }

    private func head(of tokens: ClosedRange<Int>) -> Int {
        tokens.first { tree.head($0).map { !tokens.contains($0) } ?? true } ?? tokens.upperBound
    }

    private func isGovernment(_ i: Int, depth: Int) -> Bool {
        if let preposition = tree.preposition(i) { return isGovernment(i, after: preposition) }
        if tree.has(i, "conj"), let first = tree.head(i), depth < 4 {
            return tree.upos(first) == "PROPN" ? isGovernment(first, depth: depth + 1) : false
        }
        guard let head = tree.head(i) else { return false }
        switch tree.base(i) {
        case "nsubj": return acts(head, passive: tree.relation(i) == "nsubj:pass")
        case "obj", "iobj": return Self.addressed.contains(tree.lemma(head))
        case "nmod": return tree.relation(i) == "nmod:poss" && isStance(tree.lemma(head))
        default: return false
        }
    }

    private func isGovernment(_ i: Int, after preposition: String) -> Bool {
        switch preposition {
        case "between", "with", "against": return true
        case "by": return tree.head(i).map { tree.upos($0) == "VERB" && acts($0, passive: false) } ?? false
        case "for", "of", "from", "to":
            guard let head = tree.head(i), tree.has(i, "nmod") else { return false }
            return preposition != "of" && preposition != "from" && isStance(tree.lemma(head))
        default: return false
        }
    }

    /// A verb that a government is the subject of.
    private func acts(_ verb: Int, passive: Bool) -> Bool {
        let lemma = tree.lemma(verb)
        if tree.upos(verb) == "ADJ" { return Self.attitudes.contains(lemma) }
        guard tree.upos(verb) == "VERB" || tree.upos(verb) == "AUX" else { return false }
        if passive { return Self.addressed.contains(lemma) }
        if Self.acting.contains(lemma) { return true }
        let entry = knowledge.verbs.entry(lemma)
        return entry?.stance != nil || (entry?.relation).map { Self.relations.contains($0) } ?? false
    }

    /// "opposition", "commitment", "request": what a government has, and a city has not.
    private func isStance(_ noun: String) -> Bool {
        if Self.stances.contains(noun) { return true }
        guard let verb = knowledge.verbs.nominal(noun)?.verb else { return false }
        let entry = knowledge.verbs.entry(verb)
        return Self.acting.contains(verb) || entry?.stance != nil || (entry?.relation).map { Self.relations.contains($0) } ?? false
    }

    private static let relations = WordSet(
        """
        say, announce, agree, sign, sell, buy, supply, attack, invade, threaten, accuse, criticise, support, propose, plan, appoint,
        oust
        """)
    private static let acting = WordSet(
        """
        want, hope, seek, fear, insist, urge, demand, press, push, vow, pledge, refuse, reject, deny, decline, impose, lift,
        recognize, recognise, condemn, denounce, retaliate, respond, negotiate, ratify, withdraw, deploy, expel, recall, transfer,
        consider, decide, believe, expect, view, regard, maintain, claim, argue, offer, promise, allow, ban, restrict, sanction, fund,
        back, oppose, welcome, warn, intend, aim, try, station, send, launch, help, send, protest, suspend, approve
        """)
    private static let addressed = WordSet(
        """
        urge, tell, ask, accuse, warn, press, pressure, prompt, persuade, convince, push, criticize, criticise, condemn, blame,
        assure, anger, infuriate, alarm, support, help, force, thank, inform, notify, allow, threaten, embolden, provoke, worry
        """)
    private static let attitudes = WordSet(
        """
        willing, ready, reluctant, concerned, eager, wary, keen, unwilling, furious, worried, determined, committed
        """)
    private static let stances = WordSet(
        """
        government, policy, commitment, opposition, support, decision, request, demand, refusal, plan, position, stance, strategy,
        ally, enemy, adversary, interest, concern, foreign, ambassador, envoy, military, approach, relation, relationship, tie,
        response, reaction, view, claim, effort, ambition, aggression, influence, warning, willingness, reluctance, sanction, threat
        """)
}
