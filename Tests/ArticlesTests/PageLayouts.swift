/// Invented articles, and the pages that five kinds of news sites would make of them, with the clutter of real ones.
struct SampleArticle {
    var title: String
    var author: String
    var publisher: String
    var day: String
    var dayInWords: String
    var paragraphs: [String]

    static let all = [
        SampleArticle(
            title: "Ovra opens the long bridge to Sarn", author: "Mira Tann", publisher: "The Ovra Post", day: "2021-06-18",
            dayInWords: "June 18, 2021", paragraphs: [
                "Ovra opened its long bridge to Sarn on Friday, eleven years after the first pier was sunk into the river, the mayor said.",
                "The bridge, 4.2 kilometers long, cost 310 million crowns. “We have waited for this day,” Mayor Jon Vale told a crowd.",
                "Engineers from Teld, who drew the bridge, said it would carry 20,000 cars a day, and the ferry run until October.",
                "Not everyone was glad: fishermen blocked the ramp, and the ferry workers’ union said 140 would lose their jobs.",
                "The bridge will be free for the first year. After that, a car will pay three crowns.",
            ]),
        SampleArticle(
            title: "Baker jailed for burning down rival’s shop", author: "Lena Marsk", publisher: "Teld Courier", day: "2019-11-05",
            dayInWords: "November 5, 2019", paragraphs: [
                "A baker was sent to prison for four years on Tuesday.",
                "Piet Orla, 51, had poured petrol through the letter box of a new shop across the street, the court in Teld heard.",
                "Nobody was hurt.",
                "“He could not bear the smell of better bread,” said the prosecutor, Ada Wint, in a closing speech of two hours.",
                "Orla’s lawyer, who asked for a fine, said that his client had been drunk, tired and ashamed, and would appeal.",
            ]),
        SampleArticle(
            title: "Hanna Brekk, who mapped the caves of Sarn, dies at 93", author: "Jon Vale", publisher: "Northern Herald",
            day: "2008-02-29", dayInWords: "February 29, 2008", paragraphs: [
                "Hanna Brekk, a teacher who spent her holidays underground and drew the first map of the caves, died on Monday.",
                "Brekk went into her first cave at nine, after a goat, and came out with three bats, a cold and a plan for her life. "
                    + "Over fifty summers she measured 41 kilometers of passages with a rope, a candle and a school compass.",
                "Her map, printed in 1971, was used until last year. It shows, in small red letters, where she had lunch.",
                "She leaves two sons, five grandchildren and, at her wish, no grave.",
            ]),
        SampleArticle(
            title: "Silver trout return to the Ume after 40 years", author: "Ada Wint", publisher: "River Science", day: "2016-09-12",
            dayInWords: "September 12, 2016", paragraphs: [
                "Silver trout have spawned in the river Ume for the first time since 1976, biologists of the University of Ovra report.",
                "The team counted 312 nests between the mill and the sea, more than in any other river, and expects more next year.",
                "Three dams were taken down between 2009 and 2014, at a cost of 18 million crowns, to let the fish pass.",
                "“We opened the door, and they walked in,” said Ulf Temm, who leads the project.",
            ]),
    ]

    var text: String { paragraphs.joined(separator: "\n") }

    private var body: String { paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n") }

    private let menu = """
        <nav class="main-nav"><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li>
        <li><a href="/sport">Sport</a></li></ul></nav>
        """
    private let cookies = """
        <div id="cookie-banner"><p>We use cookies, and so do our 812 partners, to store and read information on your device,
        to show you advertisements.</p>
        <button>Accept all</button></div>
        """
    private let related = """
        <div class="related-stories"><h3>Related stories</h3><ul><li><a href="/1">Ferry runs aground off Sarn, nobody hurt</a></li>
        <li><a href="/2">Teld engineers win prize for tunnel, city says</a></li></ul></div>
        """
    private let comments = """
        <section id="comments"><h2>Comments</h2><div class="c"><p>I think, and many with me, that the ferry was far better,
        cheaper, nicer and quieter than this bridge will ever be, whatever the mayor says.</p><p>Reply</p></div>
        <div class="c"><p>Finally, after eleven years, we can drive to Sarn, to my aunt, to the market, and back home before
        dinner.</p></div></section>
        """
    private let footer = """
        <footer><p>© 2021 The Ovra Post. All rights reserved. Reproduction in whole, or in part, without permission is
        prohibited.</p></footer>
        """

    /// A modern site: article element, JSON-LD, figure with caption.
    var modern: String {
        """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>\(title) | \(publisher)</title>
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle",
        "headline":"\(title)","datePublished":"\(day)T08:30:00+02:00","dateModified":"2030-06-20",
        "author":[{"@type":"Person","name":"\(author)"}],
        "publisher":{"@type":"Organization","name":"\(publisher)"}}]}</script></head><body>\(cookies)<header role="banner">\(menu)</header>
        <main><article><h1>\(title)</h1><div class="byline">By <a href="/mt">\(author)</a></div>
        <figure><img src="b.jpg"><figcaption>The long bridge, seen from the bank of the river on Friday.</figcaption></figure>
        \(body)\(related)</article></main>\(comments)\(footer)</body></html>
        """
    }

    /// An old site of tables and line breaks, with OpenGraph data.
    var tables: String {
        """
        <html><head><title>\(publisher) - \(title)</title><meta property="og:title" content="\(title)">
        <meta property="og:site_name" content="\(publisher)">
        <meta name="author" content="\(author)"><meta name="pubdate" content="\(day) 06:30:00"></head><body bgcolor=white>
        <table width=100%><tr><td colspan=3><a href="/">Home</a> | <a href="/w">World</a> | <a href="/s">Sport</a></td></tr>
        <tr><td width=120><a href=1>Politics</a><br><a href=2>Economy</a><br>
        <a href=3>Weather: rain, wind, and some sun in the east</a></td>
        <td><font size=5><b>\(title)</b></font><br><br>
        \(paragraphs.joined(separator: "<br><br>\n"))</td>
        <td><a href=4>Buy two crowns, get one free, only this week, only here</a></td></tr></table>
        <center>Copyright 2021 \(publisher)</center></body></html>
        """
    }

    /// A blog: nested div elements, a list of posts in a sidebar, `time` element, no other metadata.
    var blog: String {
        """
        <html><head><title>\(title)</title></head><body><div class="wrap"><div class="site-header"><a href="/">\(publisher)</a></div>
        <div class="content"><div class="post"><h1 class="entry-title">\(title)</h1>
        <div class="meta"><time datetime="\(day)">\(dayInWords)</time></div>
        <div class="entry"><p>By \(author)</p>\(body)<p class="share-buttons"><a href="#">Share on Facebook</a></p></div></div></div>
        <div class="sidebar"><h4>Most read</h4><p><a href="/9">How we built the ferry, by an old captain, with pictures</a></p></div>
        </div>\(comments)</body></html>
        """
    }

    /// An agency: date and place in the first paragraph, sections cut by advertisements.
    var agency: String {
        let sections = paragraphs.enumerated().map { number, paragraph in
            """
            <div class="text-block"><p>\(number == 0 ? "OVRA, \(dayInWords) (AP) — " : "")\(paragraph)</p></div>
            <div class="ad-slot">Advertisement</div>
            """
        }
        return """
            <html><head><title>\(title)</title><link rel="canonical" href="https://news.example/bridge"></head><body>\(menu)
            <div class="story"><h1>\(title)</h1>
            \(sections.joined(separator: "\n"))</div>\(related)\(footer)</body></html>
            """
    }

    /// A saved page of a broken site: unclosed elements, no head, a notice over the text.
    var broken: String {
        """
        <div class=top><a href=/>Home</a> <a href=/n>News</a></div>\(cookies)<h1>\(title)<h1><div id=story itemprop="articleBody">
        <p>By \(author)<p>Published: \(dayInWords) - Page 1<p>\(paragraphs.joined(separator: "\n<p>"))
        <p>Read more: <a href=/z>All about bridges</a></div><ul><li><a href=/a>Next article</a></ul>
        """
    }
}
