import Facts

/// What a time phrase says before anything is known of the day on which it is read.
///
/// Reading gives a meaning from the words alone; ``Resolver`` turns it into days. "last October" is always
/// `.cyclic(.month(10), .last)`, and becomes 2024-10 in one article and 1998-10 in another.
indirect enum Meaning {
    /// Complete in itself: "3 March 2019", "the 1960s".
    case period(Period)
    /// A fiscal year, whose bounds depend on whose it is.
    case fiscalYear(Int)
    /// A name that comes round again, and which of its occurrences is meant.
    case cyclic(Cyclic, Choice)
    /// The period of a unit some steps from the one that holds the anchor: "last week", "the following year".
    case unit(Period.Unit, Int, Anchor)
    /// The period that the story stands in, whatever its unit, some years on: "the same period last year" (-1).
    case storyPeriod(years: Int)
    /// A length of time before or after a point: "five weeks ago", "two weeks later", "three months from today".
    case offset(CalendarDuration, sign: Int, from: Origin)
    /// Part of a period: "early May 2020", "the end of 2022".
    case part(Part, Meaning)
    /// The n-th unit of a period: "the first week of March", "the fourth quarter of last year"; -1 is the last.
    case ordinal(Int, Period.Unit, of: Meaning)
    /// The n-th Monday of a month; -1 is the last.
    case weekday(Int, number: Int, of: Meaning)
    /// The first or last n units of a period: "the first nine months of 2024".
    case leading(CalendarDuration, fromEnd: Bool, of: Meaning)
    case duration(CalendarDuration)
    /// A length whose count isn't a whole number: "2.5 years"; its value as TIMEX3 writes it.
    case measure(String)
    /// A stretch that ends or begins at the publication: "the past three years" (-1), "the next two months" (1).
    case window(CalendarDuration, sign: Int)
    /// A time of day, on a day named beside it or on that of the story.
    case timeOfDay(TimeOfDay, on: Meaning?)
    case recurring(Recurrence, part: PartOfDay?)
    case reference(Reference)
    /// A date of the calendar before or after another day by name: "the day before yesterday" is two days back.
    case day(Int)

    enum Choice: Hashable {
        /// Which one is meant, tense and story must tell.
        case bare
        case last, next, this, coming, past
        /// Of a year counted from the publication's: "October last year" (-1).
        case inYear(Int)
        /// Of the year or season that the story stands in: "that summer".
        case ofStory
    }

    enum Anchor {
        case publication
        /// The story, or where it has told of no time yet the publication: "the previous year".
        case story
        /// The story only: "that year".
        case antecedent
    }

    enum Origin {
        case publication, story
        /// The day itself, so that the result is a day whatever the unit: "three months from today".
        case today(Int)
        case weekday(Int)
    }

    enum Part {
        /// The first, middle, last third.
        case early, mid, late
        case firstHalf, secondHalf
        /// "the end of 2022" is its last month, "the end of March" its last third.
        case beginning, middle, end
        /// "earlier this week" ends at the publication, "later this week" begins there.
        case soFar, yetToCome
    }

    enum Reference { case past, present, future }
}

/// A time of day: a clock time, or a part of the day as TIMEX3 codes it.
struct TimeOfDay: Hashable {
    /// As the value has it, after the day: "T17:00", "TNI".
    var code: String
    /// "last night" is the night of the day before.
    var dayShift = 0
}

/// A rule of reading: its name stands in every time expression that it made.
enum Rule: String, Sendable {
    case fullDate = "full-date"
    case monthYear = "month-and-year"
    case year
    case decade
    case century
    case era
    case quarterOrHalf = "quarter-or-half"
    case fiscalYear = "fiscal-year"
    case seasonYear = "season-and-year"
    case splitYear = "split-year"
    case week
    case part = "part-of-period"
    case holiday
    case namedDay = "named-day"
    case clock
    case partOfDay = "part-of-day"
    case deicticDay = "today-and-neighbours"
    case bareDay = "bare-day-or-month"
    case unit = "last-this-next-unit"
    case named = "last-this-next-name"
    case nameInYear = "name-in-counted-year"
    case ago
    case fromNow = "from-now"
    case later = "earlier-or-later"
    case soFar = "earlier-or-later-this"
    case storyUnit = "unit-of-the-story"
    case vague
    case vaguePlural = "vague-plural"
    case duration
    case window = "past-or-next-length"
    case recurring
    case rangeEdge = "edge-of-range"
}

/// A time phrase found in a sentence: cells `first..<end`.
struct Phrase {
    var meaning: Meaning
    var first: Int
    var end: Int
    var rule: Rule
    /// TIMEX3 mod from an approximating word: "nearly", "at least".
    var mod = ""
    var certainty = 1.0
    /// Named beside another, not an edge of a range: "May and August 2020".
    var isListed = false
    /// An edge of "Monday through Friday", which with a present verb is every week's.
    var isHabitualRange = false
}
