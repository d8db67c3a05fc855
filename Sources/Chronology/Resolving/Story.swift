import Facts

/// The periods that a text has named so far, for "the following year", "that summer", "two weeks later".
struct Story {
    private struct Entry {
        var period: Period
        var sentence: Int
        /// Its words name the year, or it follows one that does.
        var absolute: Bool
        /// It opens its sentence and so frames what follows.
        var fronted: Bool
    }

    private let isHistory: Bool
    private var entries: [Entry] = []
    private var sentence = 0

    /// - Parameter isHistory: the text tells of the past by its years and never from its own day.
    init(isHistory: Bool) { self.isHistory = isHistory }

    /// Sentences after which a period is no longer what "then" and "later" refer to.
    private static let reach = 3

    mutating func begin(sentence: Int) {
        self.sentence = sentence
        if let last = entries.last, sentence - last.sentence > (isHistory ? 8 : Self.reach) { entries.removeAll(keepingCapacity: true) }
    }

    mutating func note(_ period: Period, absolute: Bool, fronted: Bool) {
        if entries.count > 16 { entries.removeFirst(8) }
        entries.append(Entry(period: period, sentence: sentence, absolute: absolute, fronted: fronted))
    }

    /// The last named period that is no longer than a unit, within reach.
    func latest(upTo unit: Period.Unit) -> Period? {
        entries.last { $0.period.unit.rawValue <= unit.rawValue && sentence - $0.sentence <= Self.reach }?.period
    }

    /// The last day named in the sentence at hand or the one before: the day of a clock time that names none.
    var dayAtHand: Period? {
        entries.last { $0.period.unit == .day && sentence - $0.sentence <= 1 }?.period
    }

    /// The time that the passage just before tells of, where it is another than the publication's: what bare months go on from.
    ///
    /// A month or day with its year does, in this sentence or the one before, or three before where it opens its sentence; a year only
    /// where it opens its sentence. In a history all do, within eight sentences.
    func passage(published: Day?) -> Period? {
        guard let last = entries.last, last.absolute else { return nil }
        let reach = isHistory ? 8 : last.fronted ? 3 : 1
        let unit = last.period.unit
        guard sentence - last.sentence <= reach, unit == .day || unit == .month || unit == .year && (last.fronted || isHistory),
            let end = last.period.end
        else { return nil }
        // Within the last year the nearest past reading finds the same occurrence.
        if let published, published - end < 300 { return nil }
        return last.period
    }
}
