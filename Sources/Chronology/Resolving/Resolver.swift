import Facts

/// Which way from the publication a phrase without year points, by the verb that governs it.
enum Direction {
    case past, future
    /// A present tense: a habit, a state or a timetable.
    case present
    /// No verb tells.
    case unknown
}

/// What a time phrase comes to.
struct Resolution {
    var kind: TimeExpression.Kind
    var value: String
    var mod = ""
    /// Nil where the words and the setting don't tell the days.
    var days: (start: ValidTime.Bound, end: ValidTime.Bound)?
    var precision: ValidTime.Precision = .unknown
    var anchor = ""
    var certainty = 1.0
    /// The calendar period, where it is one: what later phrases of the story refer to.
    var period: Period?
}

/// Turns meanings into days.
///
/// It knows the day of publication, the direction of the governing verb and the periods that the story has named before. What these
/// don't decide stays open: a wrong date is worse than none.
struct Resolver {
    var published: Day?
    var direction: Direction = .unknown
    var story: Story
    /// A passage that tells of another time just before: bare months and weekdays go on from it.
    var passage: Period?
    /// "from 4% a year earlier" compares like with like: the granularity of the story's period is kept.
    var compares = false

    func resolve(_ meaning: Meaning) -> Resolution? {
        switch meaning {
        case .period(let period): return resolved(period)
        case .fiscalYear(let year):
            return Resolution(kind: .date, value: "FY\(paddedYear(year))", days: (.unknown, .unknown), precision: .year, certainty: 0.7)
        case .day(let shift):
            guard let published else { return open("XXXX-XX-XX") }
            return resolved(Period(day: published).advanced(by: shift), anchor: fromPublication)
        case .cyclic(let name, let choice): return resolve(name, choice)
        case .unit(let unit, let shift, .publication): return publicationUnit(unit, shift)
        case .unit(let unit, let shift, .story): return storyUnit(unit, shift)
        case .unit(let unit, _, .antecedent): return story.latest(upTo: unit) == nil ? open(unit.openValue) : storyUnit(unit, 0)
        case .storyPeriod(let years): return storyPeriod(years: years)
        case .offset(let length, let sign, let origin): return offset(length, sign: sign, from: origin)
        case .weekday(let weekday, let number, let whole):
            guard let of = resolve(whole) else { return nil }
            guard let month = of.period?.start?.civil, of.period?.unit == .month,
                let day = Day(year: month.year, month: month.month, weekday: weekday, occurrence: number)
            else { return open("XXXX-XX-XX") }
            return resolved(Period(day: day), anchor: of.anchor, certainty: of.certainty)
        case .part(let part, let whole): return resolve(whole).map { self.part(part, of: $0) }
        case .ordinal(let number, let unit, let whole):
            guard let of = resolve(whole) else { return nil }
            if unit == .week, number > 5, let year = of.period, year.unit == .year {
                return Day(isoYear: year.index, week: number).flatMap { resolved(Period(.week, containing: $0), anchor: of.anchor) }
            }
            guard let period = of.period?.part(number, unit) else { return open("XXXX-XX-XX") }
            return resolved(period, anchor: of.anchor, certainty: of.certainty)
        case .leading(let length, let fromEnd, let whole): return leading(length, fromEnd: fromEnd, of: whole)
        case .duration(let length): return Resolution(kind: .duration, value: length.value)
        case .measure(let value): return Resolution(kind: .duration, value: value)
        case .window(let length, let sign): return window(length, sign: sign)
        case .timeOfDay(let time, let day): return timeOfDay(time, on: day)
        case .recurring(let recurrence, let part):
            return Resolution(kind: .set, value: recurrence.value + (part?.code ?? ""))
        case .reference(let reference): return resolve(reference)
        }
    }

    // MARK: Results

    private var fromPublication: String { published.map { "publication \($0)" } ?? "" }

    func resolved(_ period: Period, anchor: String = "", certainty: Double = 1) -> Resolution? {
        guard let days = period.days else { return nil }
        return Resolution(
            kind: .date, value: period.value, days: (.day(days.lowerBound), .day(days.upperBound)), precision: period.precision,
            anchor: anchor, certainty: certainty, period: period)
    }

    private func open(_ value: String) -> Resolution { Resolution(kind: .date, value: value, certainty: 0.3) }

    // MARK: Counted from the publication

    private func publicationUnit(_ unit: Period.Unit, _ shift: Int) -> Resolution? {
        guard let published else { return open(unit.openValue) }
        return resolved(Period(unit, containing: published).advanced(by: shift), anchor: fromPublication)
    }

    private func window(_ length: CalendarDuration, sign: Int) -> Resolution? {
        var result = Resolution(kind: .duration, value: length.value, anchor: fromPublication)
        guard let published, length.count != 0 else { return result }
        if length.unit.isOfClock {
            let days = length.unit == .hour ? (length.count ?? 24) / 24 : 0
            result.days = days < 10_000 ? Self.hoursAround(published, days: days, sign: sign) : nil
            result.precision = .span
            return result
        }
        let other: ValidTime.Bound = length.added(to: published, sign: sign).map { .day($0) } ?? .unknown
        result.days = sign < 0 ? (other, .day(published)) : (.day(published), other)
        result.precision = .span
        return result
    }

    /// The days that some hours before or after a moment of a day may touch.
    private static func hoursAround(_ day: Day, days: Int, sign: Int) -> (start: ValidTime.Bound, end: ValidTime.Bound) {
        sign < 0 ? (.day(day.advanced(by: -days)), .day(day.advanced(by: 1))) : (.day(day), .day(day.advanced(by: days + 1)))
    }

    private func resolve(_ reference: Meaning.Reference) -> Resolution {
        var result = Resolution(kind: .date, value: reference.value, anchor: fromPublication, certainty: 0.8)
        guard let published else { return result }
        result.days =
            switch reference {
            case .past: (.unknown, .day(published))
            case .present: (.day(published), .day(published.advanced(by: 1)))
            case .future: (.day(published), .unknown)
            }
        return result
    }

    private func offset(_ length: CalendarDuration, sign: Int, from origin: Meaning.Origin) -> Resolution? {
        switch origin {
        case .today(let shift):
            guard let published, let day = length.added(to: published.advanced(by: shift), sign: sign) else { return open("XXXX-XX-XX") }
            return resolved(Period(day: day), anchor: fromPublication)
        case .weekday(let weekday):
            guard let published,
                let first = Cyclic.weekday(weekday).earliest(from: published, where: { $0.lowerBound > published })?.start,
                let day = length.added(to: first, sign: sign)
            else { return open("XXXX-XX-XX") }
            return resolved(Period(day: day), anchor: fromPublication)
        case .publication:
            guard let published else { return open(sign < 0 ? "PAST_REF" : "FUTURE_REF") }
            return moved(Period(day: published), by: length, sign: sign, exact: false, anchor: fromPublication)
        case .story:
            return storyOffset(length, sign: sign)
        }
    }

    private func storyOffset(_ length: CalendarDuration, sign: Int) -> Resolution? {
        guard length.count != nil else {
            // "years later" is later than the story, not than the publication.
            return sign < 0 ? resolve(Meaning.Reference.past) : open("FUTURE_REF")
        }
        guard let from = story.latest(upTo: .year) else {
            return sign < 0 ? offset(length, sign: sign, from: .publication) : open("XXXX-XX-XX")
        }
        if compares, length.unit == .year, let count = length.count {
            return storyPeriod(years: sign * count)
        }
        return moved(from, by: length, sign: sign, exact: true, anchor: from.value)
    }

    /// A period moved by a length, as exact as both: "two weeks" after a day is a day in a story (`exact`), a week from the publication.
    private func moved(_ period: Period, by length: CalendarDuration, sign: Int, exact: Bool, anchor: String) -> Resolution? {
        guard let count = length.count else { return resolve(sign < 0 ? Meaning.Reference.past : .future) }
        guard let start = period.start, let day = length.added(to: start, sign: sign) else { return nil }
        let finest = length.rest > 0 ? length.restUnit : length.unit
        if finest.isOfClock {
            guard period.unit == .day else { return nil }
            var result = Resolution(kind: .time, value: sign < 0 ? "PAST_REF" : "FUTURE_REF", anchor: anchor, certainty: 0.6)
            let days = finest == .hour ? count / 24 + 1 : 1
            result.days = days < 10_000 ? Self.hoursAround(start, days: days, sign: sign) : nil
            return result
        }
        let unit: Period.Unit =
            switch finest {
            case .day: .day
            case .week: exact && period.unit == .day ? .day : .week
            case .month: .month
            case .quarter: .quarter
            default: .year
            }
        guard unit.rawValue >= period.unit.rawValue else {
            return unit == .month && period.unit == .year || unit.rawValue < Period.Unit.month.rawValue
                ? open("XXXX-XX-XX")
                : resolved(Period(period.unit, containing: day), anchor: anchor, certainty: 0.8)
        }
        return resolved(Period(unit, containing: day), anchor: anchor, certainty: exact ? 0.8 : 0.9)
    }

    // MARK: Counted from the story

    private func storyUnit(_ unit: Period.Unit, _ shift: Int) -> Resolution? {
        if unit == .weekend, shift == 0 { return theWeekend() }
        if let from = story.latest(upTo: unit), let start = from.start {
            return resolved(Period(unit, containing: start).advanced(by: shift), anchor: from.value, certainty: 0.8)
        }
        guard shift <= 0 || direction == .future else { return open(unit.openValue) }
        return publicationUnit(unit, shift)
    }

    private func storyPeriod(years: Int) -> Resolution? {
        guard let from = story.latest(upTo: .year) ?? published.map({ Period(year: $0.year) }) else { return open("XXXX") }
        guard let start = from.start, let day = start.adding(months: years * 12) else { return nil }
        return resolved(Period(from.unit, containing: day), anchor: from.value, certainty: 0.7)
    }

    /// "the weekend" is the one just past or under way, or with a future verb the coming one.
    private func theWeekend() -> Resolution? {
        guard let published else { return open("XXXX-WXX-WE") }
        let this = Period(.weekend, containing: published)
        let begun = published.weekday > 5
        return resolved(begun || direction == .future ? this : this.advanced(by: -1), anchor: fromPublication, certainty: 0.8)
    }

    // MARK: Parts

    private func part(_ part: Meaning.Part, of whole: Resolution) -> Resolution {
        var result = whole
        result.mod = part.mod
        if whole.kind == .time || whole.period == nil { return result }
        guard let period = whole.period, let days = period.days else { return result }
        var start = days.lowerBound, end = days.upperBound
        switch part {
        case .soFar:
            if let published, published > start { end = min(end, published) }
        case .yetToCome:
            if let published, published < end { start = max(start, published) }
        case .beginning where period.unit == .year: end = start.adding(months: 1) ?? end
        case .end where period.unit == .year: start = end.adding(months: -1) ?? start
        case .firstHalf: end = period.middle ?? end
        case .secondHalf: start = period.middle ?? start
        case .early, .beginning: if let thirds = period.thirds { end = thirds.middle }
        case .mid, .middle: if let thirds = period.thirds { (start, end) = thirds }
        case .late, .end: if let thirds = period.thirds { start = thirds.last }
        }
        result.days = (.day(start), .day(end))
        if period.unit != .day { result.precision = .span }
        return result
    }

    private func leading(_ length: CalendarDuration, fromEnd: Bool, of whole: Meaning) -> Resolution? {
        guard let of = resolve(whole) else { return nil }
        var result = Resolution(kind: .duration, value: length.value, anchor: of.anchor, certainty: of.certainty)
        guard let days = of.period?.days, let cut = length.added(to: fromEnd ? days.upperBound : days.lowerBound, sign: fromEnd ? -1 : 1)
        else {
            return result
        }
        result.days =
            fromEnd ? (.day(max(cut, days.lowerBound)), .day(days.upperBound)) : (.day(days.lowerBound), .day(min(cut, days.upperBound)))
        result.precision = .span
        return result
    }

    private func timeOfDay(_ time: TimeOfDay, on day: Meaning?) -> Resolution? {
        let base: Resolution?
        if let day {
            base = resolve(day)
        } else if let today = story.dayAtHand {
            base = resolved(today, anchor: today.value, certainty: 0.8)
        } else {
            base = resolve(.day(0))
        }
        guard var result = base else { return nil }
        result.kind = .time
        result.value += time.code
        return result
    }
}

extension Meaning.Part {
    /// TIMEX3 mod.
    fileprivate var mod: String {
        switch self {
        case .early, .beginning, .firstHalf, .soFar: "START"
        case .mid, .middle: "MID"
        case .late, .end, .secondHalf, .yetToCome: "END"
        }
    }
}

extension Meaning.Reference {
    fileprivate var value: String {
        switch self {
        case .past: "PAST_REF"
        case .present: "PRESENT_REF"
        case .future: "FUTURE_REF"
        }
    }
}

extension Period.Unit {
    /// The value of a period of which nothing but its unit is known.
    var openValue: String {
        switch self {
        case .day: "XXXX-XX-XX"
        case .week: "XXXX-WXX"
        case .weekend: "XXXX-WXX-WE"
        case .month: "XXXX-XX"
        case .quarter: "XXXX-QX"
        case .half: "XXXX-HX"
        case .season, .year, .splitYear: "XXXX"
        case .decade: "XXX"
        case .century: "XX"
        }
    }
}
