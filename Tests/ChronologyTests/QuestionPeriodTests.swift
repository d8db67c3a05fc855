import Chronology
import Facts
import Testing

/// The times that questions ask about, as of Saturday, 27 July 2024.
@Suite struct QuestionPeriodTests {
    static let asOf = Day(iso: "2024-07-27")!

    @Test(arguments: [
        ("in 1998", "1998-01-01", "1999-01-01", TimeExpression.Relation.at), ("in the 1970s", "1970-01-01", "1980-01-01", .at),
        ("last August", "2023-08-01", "2023-09-01", .at), ("before 1950", "open", "1950-01-01", .before),
        ("after 2001", "2002-01-01", "open", .after), ("between 1990 and 2001", "1990-01-01", "2002-01-01", .range),
        ("from 1966 to 1976", "1966-01-01", "1977-01-01", .range), ("since 2004", "2004-01-01", "open", .since),
        ("until 2030", "open", "2030-01-01", .until), ("by 2030", "open", "2031-01-01", .by),
        ("on 25 October 2019", "2019-10-25", "2019-10-26", .at), ("on 25 October", "2023-10-25", "2023-10-26", .at),
        ("as of 2005", "2005-01-01", "2006-01-01", .at), ("this weekend", "2024-07-27", "2024-07-29", .at),
        ("in the early 1980s", "1980-01-01", "1984-01-01", .at), ("in December 2004", "2004-12-01", "2005-01-01", .at),
        ("during the second half of 2003", "2003-07-01", "2004-01-01", .during), ("in march 2011", "2011-03-01", "2011-04-01", .at),
        ("two years ago", "2022-01-01", "2023-01-01", .at), ("prior to 2000", "open", "2000-01-01", .before),
        ("27–28 July 2024", "2024-07-27", "2024-07-29", .range), ("in the 19th century", "1800-01-01", "1900-01-01", .at),
        ("in summer 2004", "2004-06-01", "2004-09-01", .at), ("over the past three years", "2021-07-27", "2024-07-27", .at),
        ("yesterday", "2024-07-26", "2024-07-27", .at), ("in 2005?", "2005-01-01", "2006-01-01", .at),
    ]) func isUnderstood(_ phrase: String, _ start: String, _ end: String, _ relation: TimeExpression.Relation) throws {
        let (time, found) = try #require(TimeTagger().period(phrase, asOf: Self.asOf))
        #expect(describe(time.start) == start && describe(time.end) == end && found == relation)
    }

    @Test(arguments: [
        "in two years", "before the war", "on 30 February", "on 13/13/13", "in 99999", "in Rome", "", "in 1998 in Rome", "who",
    ])
    func isNoPeriod(_ phrase: String) {
        #expect(TimeTagger().period(phrase, asOf: Self.asOf) == nil)
    }

    @Test func bareNamesLookAheadInQuestionsAboutTheFuture() throws {
        let (past, _) = try #require(TimeTagger().period("on Sunday", asOf: Self.asOf))
        #expect(past.start.day?.description == "2024-07-21")
        let (future, _) = try #require(TimeTagger().period("on Sunday", asOf: Self.asOf, ahead: true))
        #expect(future.start.day?.description == "2024-07-28")
    }

    @Test func recurringTimesAnswerOnAnyYear() throws {
        let (time, _) = try #require(TimeTagger().period("Oct. 25 every year", asOf: Self.asOf))
        #expect(time.value == "XXXX-10-25")
        #expect(time.recurs(on: Day(iso: "2019-10-25")!) == true)
        #expect(time.recurs(on: Day(iso: "2019-10-26")!) == false)
        let (mondays, _) = try #require(TimeTagger().period("every Monday", asOf: Self.asOf))
        #expect(mondays.recurs(on: Day(iso: "2024-07-22")!) == true)
        #expect(mondays.recurs(on: Day(iso: "2024-07-23")!) == false)
    }

    @Test(arguments: [
        ("in December 2004", "2004-12"), ("27–28 July 2024", "27–28 July 2024"), ("from 1966 to 1976", "from 1966 to 1976"),
        ("in 1998", "1998"), ("in the 1970s", "the 1970s"), ("on 25 October 2019", "2019-10-25"), ("since 2004", "since 2004"),
        ("before 1950", "before 1950"), ("in autumn 2005", "autumn 2005"), ("in Q3 2023", "Q3 2023"),
        ("in the 19th century", "the 19th century"),
        ("from May 2020 to August 2020", "from 2020-05 to 2020-08"), ("last week", "15–21 July 2024"), ("in 356 BC", "356 BC"),
        ("after 28 July 2024", "since 2024-07-29"),
    ]) func isWrittenInPlainWords(_ phrase: String, _ words: String) throws {
        let (time, _) = try #require(TimeTagger().period(phrase, asOf: Self.asOf))
        #expect(time.inWords == words)
    }

    private func describe(_ bound: ValidTime.Bound) -> String {
        switch bound {
        case .day(let day): day.description
        case .open: "open"
        case .unknown: "unknown"
        }
    }
}
