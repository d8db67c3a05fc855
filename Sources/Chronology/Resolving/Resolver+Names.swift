import Facts

/// Which Monday, which October: names that come round, placed by direction, passage and choice.
extension Resolver {
    func resolve(_ name: Cyclic, _ choice: Meaning.Choice) -> Resolution? {
        if choice == .ofStory {
            guard let year = story.latest(upTo: .year)?.year else { return unplaced(name) }
            return placed(name.occurrence(in: year), name, anchor: paddedYear(year), certainty: 0.8)
        }
        if choice == .bare, let passage, let period = next(name, after: passage) {
            return placed(period, name, anchor: passage.value, certainty: 0.7)
        }
        guard let published else { return unplaced(name) }
        let anchor = "publication \(published)"
        switch choice {
        case .last, .past:
            return placed(
                name.latest(from: published) { $0.upperBound <= published && !self.sharesUnit($0, name, published) }, name, anchor: anchor
            )
        case .next:
            let period = name.earliest(from: published) { $0.lowerBound > published }
            if case .weekday = name, let period, let start = period.start,
                Period(.week, containing: start) == Period(.week, containing: published)
            {
                return placed(period.advanced(by: 7), name, anchor: anchor, certainty: 0.6)
            }
            return placed(period, name, anchor: anchor)
        case .coming:
            return placed(name.earliest(from: published) { $0.lowerBound > published }, name, anchor: anchor)
        case .this:
            return placed(this(name, published), name, anchor: anchor)
        case .inYear(let shift):
            return placed(name.occurrence(in: name.round(of: published) + shift), name, anchor: anchor)
        case .bare, .ofStory:
            let (period, certainty) = bare(name, published)
            return placed(period, name, anchor: anchor, certainty: certainty)
        }
    }

    private func placed(_ period: Period?, _ name: Cyclic, anchor: String, certainty: Double = 1) -> Resolution? {
        guard let period else { return unplaced(name) }
        return resolved(period, anchor: anchor, certainty: certainty)
    }

    private func unplaced(_ name: Cyclic) -> Resolution { Resolution(kind: .date, value: name.openValue, certainty: 0.3) }

    /// "last March" in March is last year's, although "last" asks only for a period that has ended.
    private func sharesUnit(_ days: Range<Day>, _ name: Cyclic, _ published: Day) -> Bool { days.contains(published) }

    private func this(_ name: Cyclic, _ published: Day) -> Period? {
        switch name {
        case .weekday:
            if direction == .past { return name.latest(from: published) { $0.lowerBound <= published } }
            return name.earliest(from: published) { $0.lowerBound >= published }
        case .season(.winter) where published.month < 3 || published.month == 3 && direction == .past:
            return name.occurrence(in: published.year - 1)
        default:
            return name.occurrence(in: published.year)
        }
    }

    /// A name alone: the verb's direction decides, and without one the news habit, which tells of the past.
    private func bare(_ name: Cyclic, _ published: Day) -> (Period?, Double) {
        let begun = name.latest(from: published) { $0.lowerBound <= published }
        let ended = name.latest(from: published) { $0.upperBound <= published }
        let ahead = name.earliest(from: published) { $0.lowerBound >= published }
        let notEnded = name.earliest(from: published) { $0.upperBound > published }
        switch (name, direction) {
        case (.weekday, .future): return (ahead, 0.8)
        case (.weekday, _): return (begun, direction == .past ? 0.9 : 0.6)
        case (.month, .future), (.season, .future), (.quarter, .future), (.half, .future): return (notEnded, 0.8)
        case (.month, .past): return (begun, 0.9)
        case (.season, .past), (.quarter, _), (.half, _): return (ended, 0.8)
        case (.monthDay, .past), (.dayOfMonth, .past), (.holiday, .past), (.holiday, .unknown): return (begun, 0.9)
        case (.monthDay, .future), (.dayOfMonth, .future), (.holiday, .future): return (ahead, 0.8)
        case (.month, .unknown), (.season, .unknown): return (begun, 0.6)
        case (.month, .present), (.season, .present), (.monthDay, _), (.dayOfMonth, _), (.holiday, .present):
            return (nearest(begun, ahead, to: published), 0.6)
        }
    }

    private func nearest(_ before: Period?, _ after: Period?, to day: Day) -> Period? {
        guard let before, let after, let start = before.start, let end = before.end, let next = after.start else {
            return before ?? after
        }
        if start <= day && day < end { return before }
        return day - end <= next - day ? before : after
    }

    /// The occurrence that continues a passage: in its year, or the first one after its month or day.
    private func next(_ name: Cyclic, after passage: Period) -> Period? {
        guard let days = passage.days else { return nil }
        switch name {
        case .weekday:
            guard passage.unit == .day else { return nil }
            return name.earliest(from: days.lowerBound) { $0.lowerBound > days.lowerBound }
        case .month, .monthDay, .season, .holiday:
            if passage.unit == .year { return name.occurrence(in: passage.index) }
            guard passage.unit == .day || passage.unit == .month else { return nil }
            return name.earliest(from: days.lowerBound) { $0.upperBound > days.lowerBound }
        case .dayOfMonth:
            return passage.unit == .day || passage.unit == .month
                ? name.earliest(from: days.lowerBound) { $0.upperBound > days.lowerBound } : nil
        case .quarter, .half:
            return nil
        }
    }
}
