import Chronology
import Facts
import Testing

/// Our own sentences, read as if published on Wednesday, 20 November 2019 (ISO week 47).
@Suite struct InventedExamplesTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var sentence, span, kind, value, mod, begin, end: String
        var testDescription: String { "\(sentence) [\(span)]" }
    }

    /// Sentence | span | type | value | mod | begin | end (exclusive). `NONE`: nothing that overlaps the span may be tagged.
    static let table = """
        The quay burned on 4 August 1911. | 4 August 1911 | DATE | 1911-08-04 | | 1911-08-04 | 1911-08-05
        The quay burned on the 21st of May, 1911. | the 21st of May, 1911 | DATE | 1911-05-21 | | 1911-05-21 | 1911-05-22
        Signed 1999-12-31 by both clerks. | 1999-12-31 | DATE | 1999-12-31 | | 1999-12-31 | 2000-01-01
        The leap race was run on Feb. 29, 2016. | Feb. 29, 2016 | DATE | 2016-02-29 | | 2016-02-29 | 2016-03-01
        They sailed on Friday 13 March 1953. | Friday 13 March 1953 | DATE | 1953-03-13 | | 1953-03-13 | 1953-03-14
        The ferry sank in Sept. 1988 off the cape. | Sept. 1988 | DATE | 1988-09 | | 1988-09-01 | 1988-10-01
        A guild was chartered in 1288. | 1288 | DATE | 1288 | | 1288-01-01 | 1289-01-01
        The lighthouse of '87 still stands. | '87 | DATE | 1987 | | 1987-01-01 | 1988-01-01
        The band split in nineteen seventy-four. | nineteen seventy-four | DATE | 1974 | | 1974-01-01 | 1975-01-01
        Looms hummed in the 1890s. | the 1890s | DATE | 189 | | 1890-01-01 | 1900-01-01
        Looms fell silent in the early 1930s. | the early 1930s | DATE | 193 | START | 1930-01-01 | 1934-01-01
        A fort of the 7th century was found. | the 7th century | DATE | 06 | | 0600-01-01 | 0700-01-01
        The well was dug in 44 BC. | 44 BC | DATE | BC0044 | | |
        Freight grew in the second quarter of 2017. | the second quarter of 2017 | DATE | 2017-Q2 | | 2017-04-01 | 2017-07-01
        Freight grew in Q4 2016. | Q4 2016 | DATE | 2016-Q4 | | 2016-10-01 | 2017-01-01
        Freight fell in the third quarter. | the third quarter | DATE | 2019-Q3 | | 2019-07-01 | 2019-10-01
        Freight fell in the first half of last year. | the first half of last year | DATE | 2018-H1 | | 2018-01-01 | 2018-07-01
        The 2015-16 season was their best. | The 2015-16 season | DATE | 2015/2016 | | 2015-07-01 | 2016-07-01
        Costs for fiscal 2018 doubled. | fiscal 2018 | DATE | FY2018 | | |
        Frost killed vines in the spring of 2017. | the spring of 2017 | DATE | 2017-SP | | 2017-03-01 | 2017-06-01
        Snow closed the pass in winter 2012. | winter 2012 | DATE | 2012-WI | | 2012-12-01 | 2013-03-01
        The strike began in the week of July 9, 2018. | the week of July 9, 2018 | DATE | 2018-W28 | | 2018-07-09 | 2018-07-16
        By the end of March 2018 it was over. | the end of March 2018 | DATE | 2018-03 | END | 2018-03-21 | 2018-04-01
        It rained in the last week of March 2018. | the last week of March 2018 | DATE | 2018-W12 | | 2018-03-19 | 2018-03-26
        The jury met on the first Monday of May 2018. | the first Monday of May 2018 | DATE | 2018-05-07 | | 2018-05-07 | 2018-05-08
        The mill opened on Good Friday 2018. | Good Friday 2018 | DATE | 2018-03-30 | | 2018-03-30 | 2018-03-31
        The mill opened on Memorial Day 2018. | Memorial Day 2018 | DATE | 2018-05-28 | | 2018-05-28 | 2018-05-29
        The mayor spoke on Halloween. | Halloween | DATE | 2019-10-31 | | 2019-10-31 | 2019-11-01
        The mayor will speak on Christmas Eve. | Christmas Eve | DATE | 2019-12-24 | | 2019-12-24 | 2019-12-25
        The alarm rang at 3:45 a.m. on Monday. | 3:45 a.m. on Monday | TIME | 2019-11-18T03:45 | | 2019-11-18 | 2019-11-19
        Polls close at 20:00 GMT. | 20:00 GMT | TIME | 2019-11-20T20:00Z | | 2019-11-20 | 2019-11-21
        The roof fell in last night. | last night | TIME | 2019-11-19TNI | | 2019-11-19 | 2019-11-20
        Crews arrived on Saturday afternoon. | Saturday afternoon | TIME | 2019-11-16TAF | | 2019-11-16 | 2019-11-17
        The panel met the day before yesterday. | the day before yesterday | DATE | 2019-11-18 | | 2019-11-18 | 2019-11-19
        The clerk said Wednesday that the file was lost. | Wednesday | DATE | 2019-11-20 | | 2019-11-20 | 2019-11-21
        The clerk said Thursday that the file was lost. | Thursday | DATE | 2019-11-14 | | 2019-11-14 | 2019-11-15
        The clerk will testify on Tuesday. | Tuesday | DATE | 2019-11-26 | | 2019-11-26 | 2019-11-27
        The trial is scheduled for Monday. | Monday | DATE | 2019-11-25 | | 2019-11-25 | 2019-11-26
        The harbour stays shut until Friday. | Friday | DATE | 2019-11-22 | | 2019-11-22 | 2019-11-23
        The bridge collapsed last Friday. | last Friday | DATE | 2019-11-15 | | 2019-11-15 | 2019-11-16
        The crew rests this coming Sunday. | this coming Sunday | DATE | 2019-11-24 | | 2019-11-24 | 2019-11-25
        The depot flooded last week. | last week | DATE | 2019-W46 | | 2019-11-11 | 2019-11-18
        The depot reopens next month. | next month | DATE | 2019-12 | | 2019-12-01 | 2020-01-01
        Fares rose last quarter. | last quarter | DATE | 2019-Q3 | | 2019-07-01 | 2019-10-01
        Fares rose the year before last. | the year before last | DATE | 2017 | | 2017-01-01 | 2018-01-01
        They camped over the weekend. | the weekend | DATE | 2019-W46-WE | | 2019-11-16 | 2019-11-18
        The kiln cooled in August. | August | DATE | 2019-08 | | 2019-08-01 | 2019-09-01
        The kiln cooled in December. | December | DATE | 2018-12 | | 2018-12-01 | 2019-01-01
        The kiln will be lit in December. | December | DATE | 2019-12 | | 2019-12-01 | 2020-01-01
        The kiln was lit on Nov. 3. | Nov. 3 | DATE | 2019-11-03 | | 2019-11-03 | 2019-11-04
        The kiln is to be lit on Jan. 9. | Jan. 9 | DATE | 2020-01-09 | | 2020-01-09 | 2020-01-10
        The dig ended in May of last year. | May of last year | DATE | 2018-05 | | 2018-05-01 | 2018-06-01
        The dig will go on next spring. | next spring | DATE | 2020-SP | | 2020-03-01 | 2020-06-01
        The dig began last January. | last January | DATE | 2019-01 | | 2019-01-01 | 2019-02-01
        She left the navy three years ago. | three years ago | DATE | 2016 | | 2016-01-01 | 2017-01-01
        She left the navy ten days ago. | ten days ago | DATE | 2019-11-10 | | 2019-11-10 | 2019-11-11
        She left the navy two months ago. | two months ago | DATE | 2019-09 | | 2019-09-01 | 2019-10-01
        The permit expires four days from now. | four days from now | DATE | 2019-11-24 | | 2019-11-24 | 2019-11-25
        Sales slipped earlier this month. | earlier this month | DATE | 2019-11 | START | 2019-11-01 | 2019-11-20
        The vault is now empty. | now | DATE | PRESENT_REF | | 2019-11-20 | 2019-11-21
        The vault was recently emptied. | recently | DATE | PAST_REF | | | 2019-11-20
        It rained in April 2001. The following month was dry. | The following month | DATE | 2001-05 | | 2001-05-01 | 2001-06-01
        He fell on 9 June 2004. Three days later he died. | Three days later | DATE | 2004-06-12 | | 2004-06-12 | 2004-06-13
        He fell on 9 June 2004. The next morning he died. | The next morning | TIME | 2004-06-10TMO | | 2004-06-10 | 2004-06-11
        She won in 1996. Four years earlier she had come last. | Four years earlier | DATE | 1992 | | 1992-01-01 | 1993-01-01
        The siege lasted eleven weeks. | eleven weeks | DURATION | P11W | | |
        A six-month ban followed. | six-month | DURATION | P6M | | |
        It took three and a half hours. | three and a half hours | DURATION | PT3H30M | | |
        It took nearly a decade. | nearly a decade | DURATION | P10Y | APPROX | |
        They waited less than 20 minutes. | less than 20 minutes | DURATION | PT20M | LESS_THAN | |
        Rents doubled over the past five years. | the past five years | DURATION | P5Y | | 2014-11-20 | 2019-11-20
        Rents will double in the next ten months. | the next ten months | DURATION | P10M | | 2019-11-20 | 2020-09-20
        Trade shrank in the first five months of 2018. | the first five months of 2018 | DURATION | P5M | | 2018-01-01 | 2018-06-01
        The choir meets every Thursday. | every Thursday | SET | XXXX-WXX-4 | | |
        The choir sings on Sunday mornings. | Sunday mornings | SET | XXXX-WXX-7TMO | | |
        The choir sings on 6 January every year. | 6 January every year | SET | XXXX-01-06 | | |
        The choir tours three times a year. | three times a year | SET | P1Y | | |
        The board meets on the first Tuesday of each month. | the first Tuesday of each month | SET | XXXX-XX-WXX-2 | | |
        He reigned from 1821 to 1834. | 1834 | DATE | 1834 | | 1834-01-01 | 1835-01-01
        She governed from 1998-2003. | 2003 | DATE | 2003 | | 2003-01-01 | 2004-01-01
        The war of 1914-18 ruined them. | 18 | DATE | 1918 | | 1918-01-01 | 1919-01-01
        It stood empty between April and July 2012. | April | DATE | 2012-04 | | 2012-04-01 | 2012-05-01
        The chapel is older than the late 1700s. | the late 1700s | DATE | 17 | END | 1767-01-01 | 1800-01-01
        Peat was cut in the twenty-first century. | the twenty-first century | DATE | 20 | | 2000-01-01 | 2100-01-01
        Peat was cut in the second half of the 1980s. | the second half of the 1980s | DATE | 198 | END | 1985-01-01 | 1990-01-01
        The slip is dated 7.11.2018. | 7.11.2018 | DATE | 2018-11-07 | | 2018-11-07 | 2018-11-08
        The bell rings at 7 o'clock in the evening. | 7 o'clock in the evening | TIME | 2019-11-20T19:00 | | 2019-11-20 | 2019-11-21
        The guild (1450–1520) made ropes. | 1450 | DATE | 1450 | | 1450-01-01 | 1451-01-01
        The abbot ruled from 1304 until he died. | 1304 | DATE | 1304 | | 1304-01-01 | 1305-01-01
        They rowed Monday through Wednesday last week. | Monday | DATE | 2019-11-11 | | 2019-11-11 | 2019-11-12
        The store opens Tuesday through Saturday. | Saturday | SET | XXXX-WXX-6 | | |
        The choir meets every other Friday. | every other Friday | SET | XXXX-WXX-5 | | |
        A month-long walkout began. | month-long | DURATION | P1M | | |
        He arrives on the 5th. | the 5th | DATE | 2019-12-05 | | 2019-12-05 | 2019-12-06
        She declined to comment on Tuesday's report. | Tuesday | DATE | 2019-11-19 | | 2019-11-19 | 2019-11-20
        The regatta was held 11-13 July 2014. | 11 | DATE | 2014-07-11 | | 2014-07-11 | 2014-07-12
        """

    static let traps = """
        The 67-year-old baker laughed. | 67-year-old
        The flight 1812 was late. | 1812
        They sold 1950 tickets. | 1950
        The coat cost $1999 then. | $1999
        You may leave the second row. | may
        June Harper sang well. | June
        The Sunday Herald closed. | Sunday
        The court sat on Feb. 30, 2019. | Feb. 30, 2019
        The court sat on 31 June 2019. | June
        The slip says 13/13/13. | 13/13/13
        The slip says 45/10/2018. | 45/10/2018
        They lost 2-1 in the second half. | the second half
        The pump runs 24/7. | 24/7
        The tomb is from the year 99999. | 99999
        The total rose from 1200 to 1500. | 1200
        The Thirty Years War ruined them. | Thirty Years
        The engine of 1500 horses broke. | 1500
        """

    static let examples = table.split(separator: "\n").map { line in
        let fields = line.split(separator: "|", omittingEmptySubsequences: false).map { trimmed($0) }
        return Example(
            sentence: fields[0], span: fields[1], kind: fields[2], value: fields[3], mod: fields[4], begin: fields[5], end: fields[6])
    }

    static let published = Day(iso: "2019-11-20")

    @Test(arguments: examples) func isRead(_ example: Example) {
        let found = read(example.sentence)
        guard let time = found.first(where: { $0.text == example.span })?.time else {
            Issue.record("no such span in \(found.map(\.text))")
            return
        }
        #expect(
            time.kind.rawValue == example.kind && time.value == example.value && time.mod == example.mod,
            "\(time.kind.rawValue) \(time.value) \(time.mod) by \(time.rule)")
        if !example.begin.isEmpty { #expect(time.time?.start.day?.description == example.begin) }
        if !example.end.isEmpty { #expect(time.time?.end.day?.description == example.end) }
    }

    @Test(arguments: traps.split(separator: "\n").map(String.init)) func isNoTime(_ line: String) {
        let fields = line.split(separator: "|").map { Self.trimmed($0) }
        let found = read(fields[0])
        #expect(!found.contains { $0.text.contains(fields[1]) || fields[1].contains($0.text) }, "\(found.map(\.text))")
    }

    private func read(_ sentence: String) -> [(text: String, time: TimeExpression)] {
        let scalars = Array(sentence.unicodeScalars)
        return TimeTagger().tag(sentences: TextCutter.sentences(sentence), published: Self.published).map {
            (String(String.UnicodeScalarView(scalars[$0.span.start..<$0.span.end])), $0)
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
