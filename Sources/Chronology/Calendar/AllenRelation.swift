import Facts

/// The thirteen ways in which two intervals can lie to each other (J. F. Allen, "Maintaining knowledge about temporal
/// intervals", CACM 26, 1983).
public enum AllenRelation: String, Sendable, CaseIterable {
    case before, meets, overlaps, starts, during, finishes, equal
    case finishedBy = "finished-by", contains, startedBy = "started-by", overlappedBy = "overlapped-by", metBy = "met-by", after

    /// The relation read from the other side.
    public var inverse: AllenRelation {
        switch self {
        case .before: .after
        case .meets: .metBy
        case .overlaps: .overlappedBy
        case .starts: .startedBy
        case .during: .contains
        case .finishes: .finishedBy
        case .equal: .equal
        case .finishedBy: .finishes
        case .contains: .during
        case .startedBy: .starts
        case .overlappedBy: .overlaps
        case .metBy: .meets
        case .after: .before
        }
    }
}

extension ValidTime {
    /// How this interval lies to another; nil where a side that decides it is unknown, or an interval is empty.
    public func relation(to other: ValidTime) -> AllenRelation? {
        guard let a = limits, let b = other.limits, a.start < a.end, b.start < b.end else { return nil }
        if a.end < b.start { return .before }
        if a.end == b.start { return .meets }
        if b.end < a.start { return .after }
        if b.end == a.start { return .metBy }
        switch (a.start == b.start, a.end == b.end) {
        case (true, true): return .equal
        case (true, false): return a.end < b.end ? .starts : .startedBy
        case (false, true): return a.start > b.start ? .finishes : .finishedBy
        case (false, false):
            if a.start < b.start { return a.end < b.end ? .overlaps : .contains }
            return a.end < b.end ? .during : .overlappedBy
        }
    }

    /// Whether the two surely have a day in common. An unknown side counts as reaching no further than the known one.
    public func overlaps(_ other: ValidTime) -> Bool {
        guard let a = certainLimits, let b = other.certainLimits else { return false }
        return a.start < b.end && b.start < a.end
    }

    /// Whether every day of the other interval surely lies in this one.
    public func contains(_ other: ValidTime) -> Bool {
        guard let a = certainLimits, let b = other.limits else { return false }
        return a.start <= b.start && b.end <= a.end
    }

    public func contains(_ day: Day) -> Bool {
        guard let a = certainLimits else { return false }
        return a.start <= Int(day.number) && Int(day.number) < a.end
    }

    /// Number of days; nil for an open or unknown side.
    public var dayCount: Int? {
        guard let first = start.day, let last = end.day else { return nil }
        return last - first
    }

    private typealias Limits = (start: Int, end: Int)

    private var limits: Limits? {
        let first: Int, last: Int
        switch start {
        case .day(let day): first = Int(day.number)
        case .open: first = .min
        case .unknown: return nil
        }
        switch end {
        case .day(let day): last = Int(day.number)
        case .open: last = .max
        case .unknown: return nil
        }
        return (first, last)
    }

    /// As ``limits``, with an unknown side one day from the known one.
    private var certainLimits: Limits? {
        switch (start, end) {
        case (.unknown, .day(let day)): (Int(day.number) - 1, Int(day.number))
        case (.day(let day), .unknown): (Int(day.number), Int(day.number) + 1)
        default: limits
        }
    }
}
