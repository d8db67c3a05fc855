/// The closed class of words that speak of time, by their lower-case spelling.
struct TimeLexicon: Sendable {
    struct Entry: Sendable {
        var kind: Cell.Kind
        var value: Int32
        var traits: Cell.Traits
    }

    static let english = TimeLexicon()

    private let spellings: [[UInt8]]
    private let entries: [Entry]
    /// Open addressing; -1 is free.
    private let slots: [Int16]

    private init() {
        let words = Self.names + Self.numbers + Self.units + Self.relations + Self.manners + Self.signs
        let rows = words + Self.feasts(besides: Set(words.map(\.0)))
        spellings = rows.map { Array($0.0.utf8) }
        entries = rows.map { Entry(kind: $0.1, value: $0.2, traits: $0.3) }
        var table = [Int16](repeating: -1, count: 1024)
        for (index, spelling) in spellings.enumerated() {
            var slot = spelling.withUnsafeBufferPointer { Self.hash($0) } & 1023
            while table[slot] >= 0 { slot = (slot + 1) & 1023 }
            table[slot] = Int16(index)
        }
        slots = table
    }

    /// The entry of a word given in lower case.
    func entry(_ word: UnsafeBufferPointer<UInt8>) -> Entry? {
        var slot = Self.hash(word) & 1023
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if spellings[index].count == word.count, spellings[index].elementsEqual(word) { return entries[index] }
            slot = (slot + 1) & 1023
        }
        return nil
    }

    /// FNV-1a.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt32 = 2_166_136_261
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return Int(hash ^ (hash >> 15))
    }

    private typealias Row = (String, Cell.Kind, Int32, Cell.Traits)

    private static func rows(_ kind: Cell.Kind, _ traits: Cell.Traits = [], _ words: KeyValuePairs<String, Int32>) -> [Row] {
        words.map { ($0.key, kind, $0.value, traits) }
    }

    private static func rows<Value: RawRepresentable>(
        _ kind: Cell.Kind, _ traits: Cell.Traits = [], _ words: KeyValuePairs<String, Value>
    ) -> [Row] where Value.RawValue == Int32 {
        words.map { ($0.key, kind, $0.value.rawValue, traits) }
    }

    /// The first words of feasts, as they stand with and without a possessive ("mothers", "mother").
    private static func feasts(besides known: Set<String>) -> [Row] {
        var seen = known, rows: [Row] = []
        for first in Holiday.all.map({ String($0.name.prefix { $0 != " " }) }) + ["black", "bloody"] {
            for word in first.hasSuffix("s") ? [first, String(first.dropLast())] : [first] where seen.insert(word).inserted {
                rows.append((word, .other, 0, .feast))
            }
        }
        return rows
    }

    private static let names: [Row] =
        rows(.month, [], ["january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
                          "september": 9, "october": 10, "november": 11, "december": 12])
        + rows(.month, .short, ["jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
                                "nov": 11, "dec": 12])
        + rows(.weekday, [], ["monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7])
        + rows(.weekday, .plural, ["mondays": 1, "tuesdays": 2, "wednesdays": 3, "thursdays": 4, "fridays": 5, "saturdays": 6,
                                   "sundays": 7])
        + rows(.weekday, .short, ["mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7])
        + rows(.season, [], ["spring": 0, "springtime": 0, "summer": 1, "summertime": 1, "autumn": 2, "fall": 2, "winter": 3,
                             "wintertime": 3])
        + rows(.season, .plural, ["summers": 1, "winters": 3])
        + rows(.deicticDay, [], ["today": 0, "yesterday": -1, "tomorrow": 1])

    private static let numbers: [Row] =
        rows(.number, [], ["zero": 0, "one": 1, "single": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
                           "eight": 8, "nine": 9,
                           "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
                           "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
                           "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90])
        + rows(.magnitude, [], ["dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000])
        + rows(.ordinal, [], ["first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
                              "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
                              "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
                              "twentieth": 20, "final": -1])
        + rows(.quantifier, [], ["several": 0, "few": 0, "many": 0, "numerous": 0, "couple": 2])
        + rows(.decadeName, .plural, ["twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
                                      "eighties": 80, "nineties": 90])

    private static let units: [Row] =
        rows(.unit, [], ["minute": UnitWord.minute, "hour": .hour, "day": .day, "week": .week, "weekend": .weekend,
                         "fortnight": .fortnight, "month": .month, "quarter": .quarter, "season": .season, "year": .year,
                         "decade": .decade, "century": .century, "millennium": .millennium, "weekday": .workday, "workday": .workday,
                         "period": .period])
        + rows(.unit, .plural, ["seconds": UnitWord.second, "minutes": .minute, "hours": .hour, "days": .day, "weeks": .week,
                                "weekends": .weekend, "fortnights": .fortnight, "months": .month, "quarters": .quarter,
                                "seasons": .season, "years": .year, "decades": .decade, "centuries": .century,
                                "millennia": .millennium, "weekdays": .workday, "workdays": .workday])
        + rows(.unit, .short, ["min": UnitWord.minute, "mins": .minute, "hrs": .hour, "hr": .hour, "yrs": .year, "yr": .year])
        + rows(.partOfDay, [], ["morning": PartOfDay.morning, "afternoon": .afternoon, "evening": .evening, "night": .night,
                                "noon": .noon, "midday": .noon, "midnight": .midnight, "overnight": .night, "tonight": .night,
                                "noontime": .noon])
        + rows(.partOfDay, .plural, ["mornings": PartOfDay.morning, "afternoons": .afternoon, "evenings": .evening, "nights": .night])
        + rows(.clockHalf, [], ["am": 0, "pm": 12, "a.m": 0, "p.m": 12, "a.m.": 0, "p.m.": 12])
        + rows(.clockHalf, [], ["o'clock": 24, "o’clock": 24])
        + rows(.zone, [], ["gmt": 0, "utc": 0, "z": 0, "est": -5, "edt": -4, "et": -5, "cst": -6, "cdt": -5, "ct": -6, "pst": -8,
                           "pdt": -7, "pt": -8, "mst": -7, "mdt": -6, "cet": 1, "cest": 2, "bst": 1, "jst": 9])
        + rows(.era, [], ["bc": -1, "b.c.": -1, "bce": -1, "ad": 1, "a.d.": 1, "ce": 1])

    private static let relations: [Row] =
        rows(.preposition, [], ["on": Preposition.on, "at": .at, "in": .in, "of": .of, "since": .since, "until": .until, "till": .until,
                                "by": .by, "before": .before, "after": .after, "from": .from, "to": .to, "through": .through,
                                "between": .between, "during": .during, "within": .within, "for": .for, "ahead": .ahead, "as": .as,
                                "around": .around, "per": .per, "throughout": .throughout, "into": .in, "amid": .during])
        + rows(.conjunction, [], ["and": 0, "or": 1])
        + rows(.article, [], ["the": 0])
        + rows(.indefinite, [], ["a": 1, "an": 1])
        + rows(.this, [], ["this": 0, "current": 1])
        + rows(.this, .plural, ["these": 0])
        + rows(.that, [], ["that": 0])
        + rows(.that, .plural, ["those": 0])
        + rows(.every, [], ["every": 0, "each": 1])
        + rows(.same, [], ["same": 0])
        + rows(.last, [], ["last": LastWord.last, "past": .past, "previous": .previous, "preceding": .previous, "prior": .previous])
        + rows(.next, [], ["next": NextWord.next, "coming": .coming, "following": .following, "upcoming": .upcoming,
                           "forthcoming": .upcoming])
        + rows(.ago, [], ["ago": AgoWord.ago, "earlier": .earlier, "later": .later, "hence": .hence, "afterwards": .later,
                          "afterward": .later])

    private static let manners: [Row] =
        rows(.stage, [], ["early": StageWord.early, "mid": .mid, "late": .late])
        + rows(.edge, [], ["beginning": EdgeWord.beginning, "start": .beginning, "outset": .beginning, "middle": .middle, "end": .end,
                           "close": .end, "rest": .remainder, "remainder": .remainder])
        + rows(.half, [], ["half": 0])
        + rows(.fiscal, [], ["fiscal": 0, "financial": 0, "fy": 1])
        + rows(.frequency, [], ["hourly": 0, "daily": 1, "weekly": 2, "biweekly": 3, "fortnightly": 3, "monthly": 4, "quarterly": 5,
                                "annual": 6, "annually": 6, "yearly": 6, "biennial": 7, "biennially": 7, "nightly": 1])
        + rows(.lastingWord, [], ["daylong": UnitWord.day, "weeklong": .week, "monthlong": .month, "yearlong": .year])
        + rows(.times, [], ["once": 1, "twice": 2, "thrice": 3, "times": 0])
        + rows(.age, [], ["old": 0, "aged": 1, "age": 2, "olds": 0])
        + rows(.vague, [], ["now": VagueWord.now, "currently": .currently, "nowadays": .currently, "presently": .currently,
                            "recently": .recently, "recent": .recently, "lately": .recently, "soon": .soon, "shortly": .soon,
                            "future": .future, "present": .present, "previously": .previously, "term": .term, "time": .time])
        + rows(.approximator, [], ["about": Approximator.about, "roughly": .about, "approximately": .about, "some": .about,
                                   "nearly": .nearly, "almost": .nearly, "more": .more, "less": .less, "fewer": .less,
                                   "least": .least, "most": .most, "up": .up, "over": .over, "under": .under,
                                   "just": .just, "exactly": .just, "no": .no, "than": .than, "so": .so, "far": .far])

    private static let signs: [Row] =
        rows(.dash, [], ["-": 0, "–": 0, "—": 1, "‑": 0, "--": 1])
        + rows(.slash, [], ["/": 0])
        + rows(.colon, [], [":": 0])
        + rows(.comma, [], [",": 0])
        + rows(.dot, [], [".": 0])
        + rows(.apostrophe, [], ["'": 0, "’": 0, "‘": 0])
        + rows(.possessive, [], ["'s": 0, "’s": 0])
        + rows(.currency, [], ["$": 0, "€": 0, "£": 0, "¥": 0, "us$": 0])
        + rows(.percent, [], ["%": 0, "percent": 0])
        + rows(.quote, [], ["\"": 0, "“": 0, "”": 0, "``": 0, "''": 0])
        + rows(.bracket, [], ["(": 0, ")": 1, "[": 0, "]": 1])
}
