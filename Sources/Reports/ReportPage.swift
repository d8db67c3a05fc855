import Facts
import FactStore
import Lexicon
import Presentation

/// A report as one page of HTML that needs nothing else: no script, no font, no picture from elsewhere.
public struct ReportPage {
    private let report: Report
    private let entries: FactEntries
    private let sources: CitedSources
    private let style: String

    /// - Throws: `ResourceFile.Missing`.
    public init(_ report: Report) throws {
        self.report = report
        entries = FactEntries(report.facts)
        sources = CitedSources(entries.clauses.map(\.stored), all: report.facts)
        style = try ResourceFile(target: "Reports", name: "report.css").text
    }

    public var html: String { page.markup }

    private var page: HTML {
        let sections = self.sections
        let links = sections.map { section -> HTML in "<li><a href=\"#\(section.id)\">\(section.title)</a></li>" }
        let bodies = sections.map { section -> HTML in
            "<section aria-labelledby=\"\(section.id)\"><h2 id=\"\(section.id)\">\(section.title)</h2>\n\(section.body)</section>\n"
        }
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="description" content="\(summary)">
            <title>\(report.title) – Dossier</title>
            <style>
            \(HTML(markup: style))@media screen and (prefers-color-scheme:dark){
            \(HTML(markup: PictureStyle.dark))}
            </style>
            </head>
            <body>
            <a class="skip" href="#content">Skip to the content</a>
            <header>
            <p class="kicker"><span>Dossier</span> \(span)</p>
            \(heading)
            \(standfirst)
            \(figures)
            <nav aria-label="On this page"><ul>\(links)</ul></nav>
            </header>
            <main id="content">
            \(bodies)</main>
            <footer>
            <p>Every line on this page was read by a machine from the sentence below it, and can be wrong: trust the sentence. What is marked
            <span class="tag">planned</span>, <span class="tag">expected</span>, <span class="tag">possible</span> and the like is not told as what happened;
            <span class="tag">denied</span> is told as what did not.</p>
            </footer>
            </body>
            </html>

            """
    }

    private var heading: HTML {
        switch report.subject {
        case .name: "<h1>\(report.title)</h1>"
        case .pattern: "<h1 class=\"pattern\">\(report.title)</h1>"
        }
    }

    private var summary: String {
        "\(counted(report.count, "fact")) from \(counted(sources.documents.count, thing)) about \(report.title)"
    }

    /// "3,312".
    private static func grouped(_ number: Int) -> String {
        number < 1000 ? "\(number)" : "\(grouped(number / 1000)),\(String(number % 1000 + 1000).dropFirst())"
    }

    private func counted(_ number: Int, _ thing: String) -> String { "\(Self.grouped(number)) \(thing)\(number == 1 ? "" : "s")" }

    // MARK: Head

    private var span: HTML {
        let days = sources.documents.compactMap(\.published).sorted()
        guard let first = days.first, let last = days.last else { return "" }
        return first == last ? "<span>reported \(ReadableTime.words(first))</span>" : "<span>reported \(ReadableTime.words(first)) to \(ReadableTime.words(last))</span>"
    }

    private var standfirst: HTML {
        switch report.subject {
        case .pattern: return "<p class=\"standfirst\">Facts that meet this pattern.</p>"
        case .name(_, let entities, let profile):
            let types = entities.map(\.type.rawValue)
            let offices = profile.offices.prefix(1).map { ReadableTime.words($0) }
            let kind = (Array(Set(types)).sorted().prefix(2) + offices).joined(separator: " · ")
            let others = entities.flatMap(\.names).filter { $0.reason != .initials && $0.reason != .part }.map(\.text).filter { $0 != report.title }
            let also: HTML = others.isEmpty ? "" : "<p class=\"also\">Also: \(Array(Set(others)).sorted().joined(separator: "; "))</p>"
            return "<p class=\"standfirst\">\(kind.prefix(1).uppercased() + kind.dropFirst())</p>\n\(also)"
        }
    }

    /// What the facts come from.
    private var thing: String { sources.documents.allSatisfy { $0.kind == .article } ? "article" : "source" }

    private var figures: HTML {
        let publishers = Set(sources.documents.compactMap(\.publisher)).count
        let years = entries.dated.compactMap(\.year)
        let shown = report.facts.count < report.count ? "\(Self.grouped(report.facts.count)) of " : ""
        var rows: [(String, String)] = [(shown + Self.grouped(report.count), report.count == 1 ? "fact" : "facts"),
                                        ("\(sources.documents.count)", sources.documents.count == 1 ? thing : "\(thing)s")]
        if publishers > 0 { rows.append(("\(publishers)", publishers == 1 ? "publisher" : "publishers")) }
        if let first = years.min(), let last = years.max() { rows.append((first == last ? "\(first)" : "\(first)–\(last)", "what is dated")) }
        let cells = rows.map { value, name -> HTML in "<div><dt>\(name)</dt><dd>\(value)</dd></div>" }
        return "<dl class=\"figures\">\(cells)</dl>"
    }

    // MARK: Sections

    private struct Section {
        var id: String
        var title: String
        var body: HTML
    }

    private var sections: [Section] {
        var sections: [Section] = []
        if let profile { sections.append(Section(id: "profile", title: "Profile", body: profile)) }
        if let chart = TimelineChart(entries.dated.flatMap(\.clauses).map(\.fact)) {
            let legend: HTML = chart.hasOpen ? "<p class=\"legend\">Outlined: planned, expected or possible, not what happened. A bar that fades is a side that no article tells.</p>" : ""
            sections.append(Section(id: "timeline", title: "Timeline", body: chart.html + legend))
        }
        if !report.graphs.isEmpty {
            let shown = Set(report.facts.map(\.fact.id))
            let rest: HTML = report.neighboursLeftOut > 0 ? "<p class=\"legend\">The \(report.graphs[0].nodes.count - report.graphs[0].centre.count) names of which most is said; \(counted(report.neighboursLeftOut, "other")) left out.</p>" : ""
            sections.append(Section(id: "ties", title: "Ties", body: TieFigures(graphs: report.graphs, shown: shown).html + rest))
        }
        let left = report.count - report.facts.count
        let rest: HTML = left > 0 ? "<p class=\"legend\">The first \(Self.grouped(report.facts.count)) facts in the order of the articles; \(Self.grouped(left)) more are not shown.</p>" : ""
        sections.append(Section(id: "facts", title: "Facts by date", body: FactList(entries: entries, sources: sources, own: report.own).html + rest))
        sections.append(Section(id: "sources", title: "Sources", body: sources.html))
        return sections
    }

    private var profile: HTML? {
        guard case .name(_, _, let profile) = report.subject else { return nil }
        let groups = [("Offices", profile.offices.map { ReadableTime.words($0) }), ("What it is", profile.kinds), ("Said", profile.sayings), ("Spoken of by", profile.speakers)]
        let blocks = groups.filter { !$0.1.isEmpty }.map { title, lines -> HTML in
            let items = lines.prefix(8).map { line -> HTML in "<li>\(line)</li>" }
            return "<div><h3>\(title)</h3><ul>\(items)</ul></div>\n"
        }
        return blocks.isEmpty ? nil : "<div class=\"profile\">\(blocks)</div>\n"
    }
}
