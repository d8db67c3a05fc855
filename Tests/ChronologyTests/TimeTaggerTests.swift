import Chronology
import Facts
import Testing

@Suite struct TimeTaggerTests {
    private func tag(_ text: String, published: String? = "2019-11-20") -> [TimeExpression] {
        TimeTagger().tag(sentences: TextCutter.sentences(text), published: published.flatMap { Day(iso: $0) })
    }

    @Test func saysWhatGovernsATime() {
        #expect(tag("He has lived there since the 1960s.").map(\.relation) == [.since])
        #expect(tag("The ban holds until 2030.").map(\.relation) == [.until])
        #expect(tag("The goal is none by 2050.").map(\.relation) == [.by])
        #expect(tag("He must go no later than 15 May.").map(\.relation) == [.by])
        #expect(tag("It stood before 1900.").map(\.relation) == [.before])
        #expect(tag("It stood after 1900.").map(\.relation) == [.after])
        #expect(tag("It stood from 1900 to 1910.").map(\.relation) == [.range, .range])
        #expect(tag("It fell in 1900.").map(\.relation) == [.at])
    }

    @Test func givesTheIntervalThatAPrepositionMakes() throws {
        let published = Day(iso: "2019-11-20")!
        func interval(_ text: String) throws -> String {
            let time = try #require(tag(text).first?.interval(published: published))
            return "\(time.start.day?.description ?? "?")..\(time.end.day?.description ?? "?")"
        }
        #expect(try interval("He has lived there since the 1960s.") == "1960-01-01..2019-11-21")
        #expect(try interval("The ban holds until 2030.") == "?..2030-01-01")
        #expect(try interval("The goal is none by 2050.") == "2019-11-20..2051-01-01")
        #expect(try interval("It stood before 1900.") == "?..1900-01-01")
        #expect(try interval("It stood after 1900.") == "1901-01-01..?")
    }

    @Test func joinsTheEdgesOfARange() throws {
        let joined = TimeExpression.joiningRanges(tag("She ruled from 1966 to 1976, and fled in 1980."))
        #expect(joined.map(\.value) == ["1966/1976", "1980"])
        let time = try #require(joined.first?.time)
        #expect(time.start.day?.description == "1966-01-01" && time.end.day?.description == "1977-01-01")
    }

    @Test func leavesRelativeTimesOpenWithoutAPublicationDate() {
        let times = tag("They met last week, on Monday and in October; he left two years ago.", published: nil)
        #expect(!times.isEmpty)
        #expect(times.allSatisfy { $0.time == nil })
        #expect(tag("They met in October.", published: nil).map(\.value) == ["XXXX-10"])
    }

    @Test func tellsWhereADateWasCountedFrom() throws {
        let october = try #require(tag("The mine closed last October.").first)
        #expect(october.value == "2019-10")
        #expect(october.anchor == "publication 2019-11-20")
        #expect(october.rule == "last-this-next-name")
        let later = try #require(tag("The dam broke on 2 May 2003. Two weeks later it was sealed.").last)
        #expect(later.anchor == "2003-05-02")
    }

    @Test func histories_goOnFromTheDateBefore() {
        let text = """
            He was born in Lund in 1871. He joined the guard in January 1890. He learned to ride. He was wounded on 4 July 1893. \
            The wound healed slowly. In September he returned.
            """
        #expect(tag(text).last?.value == "1893-09")
    }

    @Test func takesNoTimeFromHostileText() {
        let hostile = [
            "in 99999999999999999999 years", "999999999 years ago", "the 99999th of May", "May 99, 99999", "-1/-1/-1", "'", "''''",
            "- - -", "the the the",
            "in in in 20-20-20", "Feb. 31", "0000-00-00", "12:99", "25:00", "the 0th century", "BC BC 0 BC", "from to from 1 to",
            "1/2/3/4/5/6", "Q9 2020", "W99",
        ]
        for text in hostile {
            let times = tag(text)
            #expect(
                times.allSatisfy { ($0.time?.start.day?.year ?? 2000) < 2200 && ($0.time?.start.day?.year ?? 2000) > 999 },
                "\(text): \(times.map(\.value))")
        }
    }

    @Test func isTheSameEveryTime() {
        let text = "On Friday the 2012-13 season began; last year it had begun in May, two weeks after the vote of 3 April."
        #expect(tag(text) == tag(text))
    }

    @Test func countsSpansInScalars() throws {
        let text = "Señor Núñez 🚢 sailed on 3 May 2001."
        let span = try #require(tag(text).first?.span)
        #expect(String(String.UnicodeScalarView(Array(text.unicodeScalars)[span.start..<span.end])) == "3 May 2001")
    }
}
