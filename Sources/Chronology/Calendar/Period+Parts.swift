import Facts

extension Period {
    /// Where the middle and the last third of the period begin; nil for what has no thirds in speech (a day, a weekend).
    ///
    /// Months are cut at the 11th and the 21st, years at May and September, decades after four and seven years.
    var thirds: (middle: Day, last: Day)? {
        guard let start else { return nil }
        func months(_ first: Int, _ second: Int) -> (Day, Day)? {
            guard let middle = start.adding(months: first), let last = start.adding(months: second) else { return nil }
            return (middle, last)
        }
        switch unit {
        case .day, .weekend: return nil
        case .week: return (start.advanced(by: 2), start.advanced(by: 4))
        case .month: return (start.advanced(by: 10), start.advanced(by: 20))
        case .quarter, .season: return months(1, 2)
        case .half: return months(2, 4)
        case .year, .splitYear: return months(4, 8)
        case .decade: return months(4 * 12, 7 * 12)
        case .century: return months(33 * 12, 67 * 12)
        }
    }

    /// The day with which its second half begins: the 16th of a month, the middle year of a decade or century.
    var middle: Day? {
        guard let start else { return nil }
        switch unit {
        case .month: return start.advanced(by: 15)
        case .year: return start.adding(months: 6)
        case .decade: return start.adding(months: 5 * 12)
        case .century: return start.adding(months: 50 * 12)
        default: return nil
        }
    }

    /// The n-th period of a smaller unit in this one; -1 is the last that lies wholly inside.
    func part(_ number: Int, _ smaller: Unit) -> Period? {
        guard let days else { return nil }
        if number == -1 {
            let last = Period(smaller, containing: days.upperBound.advanced(by: -1))
            guard let end = last.end else { return nil }
            return end > days.upperBound ? last.advanced(by: -1) : last
        }
        guard number > 0 else { return nil }
        let found = Period(smaller, containing: days.lowerBound).advanced(by: number - 1)
        guard let start = found.start, start < days.upperBound else { return nil }
        return found
    }
}
