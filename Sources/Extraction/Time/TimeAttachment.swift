import Chronology
import Facts

/// Decides which predication each time expression of a sentence dates, and what undated predications take over.
struct TimeAttachment {
    let scene: Scene
    let published: Day?
    /// The date of the narrative so far in this paragraph, for sentences in the past without their own.
    let narrative: ValidTime?
    /// Predicates that can carry a time: clauses and event nouns.
    private let anchors: Set<Int>
    private let attached: [Int: [TimeExpression]]
    private var tree: ClauseTree { scene.tree }

    init(scene: Scene, eventNouns: [Int], published: Day?, narrative: ValidTime?) {
        self.scene = scene
        self.published = published
        self.narrative = narrative
        let anchors = Set(scene.clauses.map(\.head) + eventNouns)
        self.anchors = anchors
        var attached: [Int: [TimeExpression]] = [:]
        for time in scene.times {
            guard let token = Self.head(of: time, in: scene.tree), !Self.isPartOfName(time, in: scene) else { continue }
            if Self.comparesOnly(token, anchors, in: scene.tree) { continue }
            let path = [token] + scene.tree.ancestors(of: token)
            guard let anchor = path.first(where: { anchors.contains($0) }) else { continue }
            if path.prefix(while: { $0 != anchor }).contains(where: { scene.tree.has($0, any: ["amod", "appos"]) && scene.tree.isSetOff($0) }) { continue }
            if scene.tree.head(token) != anchor, time.kind == .set || scene.tree.has(token, "amod") { continue }
            let closest = Self.closest(to: token, anchor: anchor, in: scene)
            attached[Self.consistent(closest, time, token, scene, anchors, published), default: []].append(time)
        }
        self.attached = attached
    }

    /// "2026 National Defense Act": the year dates nothing. An event's name does ("the 1966 World Cup").
    private static func isPartOfName(_ time: TimeExpression, in scene: Scene) -> Bool {
        scene.layer.mentions(in: scene.tree.index).contains {
            $0.kind == .name && scene.isBracketed(time, after: $0)
                || $0.kind == .name && $0.type != .event && $0.span.contains(time.span) && $0.span.length > time.span.length
        }
    }

    /// "its lowest level since May 1982", "the first time since May": the date tells what is compared, not when anything happened.
    private static func comparesOnly(_ token: Int, _ anchors: Set<Int>, in tree: ClauseTree) -> Bool {
        guard tree.preposition(token) == "since", tree.has(token, "nmod"), let noun = tree.head(token) else { return false }
        return !anchors.contains(noun)
    }

    /// A date at the end of a clause set off by commas belongs to that clause, even where the parser hung it further up:
    /// "the threat from the north, which fired a missile in 1998, and …".
    private static func closest(to token: Int, anchor: Int, in scene: Scene) -> Int {
        let tree = scene.tree
        let between = scene.clauses.filter { clause in
            (clause.link == .relative || clause.link == .reduced) && anchor < clause.head && clause.head < token
                && tree.isSetOff(clause.head) && (clause.head..<token).allSatisfy { tree.tokens[$0].form != "," }
        }
        return between.max { $0.head < $1.head }?.head ?? anchor
    }

    /// "will promote the accords reached in April": what is still to come has no date that lies in the past; the nearest
    /// event before the date has.
    private static func consistent(
        _ anchor: Int, _ time: TimeExpression, _ token: Int, _ scene: Scene, _ anchors: Set<Int>,
        _ published: Day?
    ) -> Int {
        guard let published, let end = time.time?.end.day, end < published, time.kind != .duration,
            let clause = scene.clause(at: anchor),
            clause.tense == .future || clause.modality == .planned || clause.modality == .expected
        else { return anchor }
        let earlier = anchors.filter { $0 > anchor && $0 < token && scene.clause(at: $0)?.tense != .future }
        return earlier.max() ?? anchor
    }

    /// The token of the expression that the rest of the sentence governs.
    private static func head(of time: TimeExpression, in tree: ClauseTree) -> Int? {
        let inside = tree.tokens.indices.filter { time.span.overlaps(tree.tokens[$0].span) }
        return inside.first { token in tree.head(token).map { !inside.contains($0) } ?? true }
    }

    /// The time of a predication; nil where nothing is known, not even a publication date.
    func time(of predication: Predication) -> ValidTime? {
        if let time = predication.time { return time }
        if let own = stated(at: predication.anchor) { return own }
        if let around = scene.clause(around: predication.anchor) {
            if isHeldAtTime(predication), isToCome(around) {
                return bounded(by: .present, modality: .actual, rule: predication.rule)
            }
            if predication.rule == "light-verb" || predication.anchor == around.head || isHeldAtTime(predication) {
                if let time = inherited(by: around, at: predication.anchor) { return time }
            }
        }
        return bounded(
            by: predication.tense == .none ? scene.clause(around: predication.anchor)?.tense ?? .none : predication.tense,
            modality: predication.modality, rule: predication.rule)
    }

    /// Expressions without a place in time that hang on the predicate: "for 35 years".
    func durations(at anchor: Int) -> [TimeExpression] {
        (attached[anchor] ?? []).filter { duration in
            duration.kind == .duration
                && scene.tree.tokens.contains { duration.span.contains($0.span) && ($0.upos == "NUM" || $0.lemma == "decade") }
        }
    }

    /// Whether the predicate is said to recur ("every year").
    func isRecurring(at anchor: Int) -> Bool { (attached[anchor] ?? []).contains { $0.kind == .set } }

    /// The time of a clause as its own words or those around it state it.
    func stated(at anchor: Int) -> ValidTime? {
        let candidates = (attached[anchor] ?? []).filter { $0.time != nil }
        let recurring = (attached[anchor] ?? []).first { $0.kind == .set && $0.time == nil }
        if candidates.isEmpty, let recurring {
            return ValidTime(
                start: .unknown, end: .unknown, precision: .day, text: scene.text(recurring.span), origin: .stated,
                value: recurring.value)
        }
        if candidates.isEmpty, let told = timeItTellsOf(anchor) { return told }
        let dated = candidates.filter { $0.kind == .date || $0.kind == .time }
        guard let best = (dated.isEmpty ? candidates : dated).min(by: { distance($0, anchor) < distance($1, anchor) }) else {
            return nil
        }
        return best.interval(published: published)
    }

    /// "led it until March 2004, when it was sold": the sale took place in that month, whatever went on until then.
    private func timeItTellsOf(_ anchor: Int) -> ValidTime? {
        guard let clause = scene.clause(at: anchor), tree.marker(anchor) == "when" else { return nil }
        let start = tree.reach[clause.head].lowerBound
        guard start > 1, let comma = (start - 1...start).first(where: { tree.tokens[$0].form == "," }) else { return nil }
        return scene.times.first { $0.kind == .date && $0.span.end == tree.tokens[comma - 1].span.end }?.time
    }

    private func distance(_ time: TimeExpression, _ anchor: Int) -> Int {
        let span = tree.tokens[anchor].span
        return time.span.start > span.start ? time.span.start - span.end : span.start - time.span.end
    }

    // MARK: Taken over

    private func inherited(by clause: Clause, at anchor: Int) -> ValidTime? {
        if anchor != clause.head, let own = stated(at: clause.head) { return taken(own) }
        var current = clause
        while let governor = current.governor.flatMap({ scene.clause(at: $0) }), takesOver(current, from: governor) {
            if let time = stated(at: governor.head) { return taken(time) }
            current = governor
        }
        if let dated = datedEvent(of: clause) { return anchor == clause.head ? dated : taken(dated) }
        let isMain = current.governor == nil && scene.times.allSatisfy { $0.kind == .duration || $0.kind == .set }
        return isMain && current.kind == .verbal && current.tense == .past && current.modality == .actual && anchor == clause.head
            ? narrative.map(taken) : nil
    }

    /// "met at a summit last August", "left right after the vote in May": the date of an event that the clause takes place at, or
    /// follows, is the clause's.
    private func datedEvent(of clause: Clause) -> ValidTime? {
        tree.children(clause.head, "obl").filter {
            Self.atAnEvent.contains(tree.preposition($0) ?? "") && anchors.contains($0)
        }
        .lazy.compactMap { stated(at: $0) }.first
    }

    private static let atAnEvent: Set<String> = ["at", "during", "in", "after", "following", "upon"]

    private func takesOver(_ clause: Clause, from governor: Clause) -> Bool {
        switch clause.link {
        case .coordinated:
            return attached[governor.head]?.contains { $0.span.start < tree.tokens[governor.head].span.start } ?? true
                || !clause.hasOwnSubject
        case .control, .complement:
            let entry = scene.knowledge.verbs.entry(governor.verb)
            if clause.link == .complement, clause.modality == .conditional { return false }
            if clause.link == .complement, entry?.stance?.isReporting ?? false { return false }
            return entry?.complement.map { $0.modality == .actual || $0.controller == .raise } ?? true
        case .adverbial:
            return !clause.hasOwnSubject || ["when", "while", "as"].contains(clause.marker ?? "")
        case .main, .subject, .relative, .reduced, .aside:
            return false
        }
    }

    /// Whether the clause, or one that it hangs in, is still to come.
    private func isToCome(_ clause: Clause) -> Bool {
        if clause.tense == .future || clause.modality == .planned || clause.modality == .expected { return true }
        return clause.governor.flatMap { scene.clause(at: $0) }.map { clause.link != .main && isToCome($0) } ?? false
    }

    /// Offices, possessions and the like are said to hold when the clause around them happens.
    private func isHeldAtTime(_ predication: Predication) -> Bool {
        ["title", "apposition", "possession", "of-phrase", "place-in-phrase"].contains(predication.rule)
    }

    private func taken(_ time: ValidTime) -> ValidTime {
        var time = time
        time.origin = .inherited
        return time
    }

    // MARK: Bounded by the publication

    /// "reported 2024-07-27: future": tense and publication date bound what no expression dates.
    private func bounded(by tense: Clause.Tense, modality: Modality, rule: String) -> ValidTime? {
        guard let published else { return nil }
        let next = published.advanced(by: 1)
        switch modality {
        case .planned, .expected, .recommended:
            if tense == .past {
                return ValidTime(start: .unknown, end: .unknown, precision: .unknown, text: "", origin: .publication)
            }
            return ValidTime(start: .day(published), end: .open, precision: .unknown, text: "", origin: .publication)
        default: break
        }
        switch tense {
        case .past, .perfect:
            return ValidTime(start: .unknown, end: .day(next), precision: .unknown, text: "", origin: .publication)
        case .future:
            return ValidTime(start: .day(published), end: .open, precision: .unknown, text: "", origin: .publication)
        case .present, .none:
            return ValidTime(start: .day(published), end: .day(next), precision: .day, text: "", origin: .publication)
        }
    }
}
