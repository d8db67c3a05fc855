import Facts
import FactStore
import Presentation

/// Facts by date, each with the sentence that says so and where it stands.
struct FactList {
    let entries: FactEntries
    let sources: CitedSources
    /// Whose words in the quotations are marked.
    let own: Set<EntityID>

    var html: HTML {
        var output: HTML = ""
        var year: Int?
        var run: [HTML] = []
        func close() {
            if let year { output = output + "<h3>\(String(year))</h3>\n<ol class=\"facts\">\n\(run)</ol>\n" }
            run = []
        }
        for entry in entries.dated {
            if entry.year != year { close() }
            year = entry.year
            run.append(item(entry))
        }
        close()
        guard !entries.undated.isEmpty else { return output }
        let heading: HTML = entries.dated.isEmpty ? "" : "<h3>Without a date of their own</h3>\n"
        return output + "\(heading)<ol class=\"facts\">\n\(entries.undated.map(item))</ol>\n"
    }

    private func item(_ entry: FactEntry) -> HTML {
        let time: HTML = entry.time.map { "\($0)" } ?? entry.source.published.map { "reported \(ReadableTime.words($0))" } ?? "undated"
        return """
            <li class="fact"><p class="when">\(time)</p>
            <div class="what">\(entry.clauses.filter { !$0.isWhole }.map(clause))\(quotation(entry))\(beside(entry))</div></li>

            """
    }

    private func clause(_ clause: FactClause) -> HTML {
        "<p class=\"clause\">\(anchors(of: [clause]))\(clause.fact.text)\(tags(of: clause.fact))</p>\n"
    }

    /// What links to the facts lead to.
    private func anchors(of clauses: [FactClause]) -> [HTML] {
        clauses.flatMap { [$0.fact.id] + $0.held }.map { "<span id=\"\(Report.anchor(of: $0))\"></span>" }
    }

    private func beside(_ entry: FactEntry) -> HTML {
        let clauses = entry.beside.filter { !$0.isWhole }
        guard !clauses.isEmpty else { return "" }
        let items = clauses.map { clause -> HTML in "<li>\(anchors(of: [clause]))\(clause.fact.text)\(tags(of: clause.fact))</li>" }
        return "<div class=\"beside\"><p>In the same sentence</p><ul>\(items)</ul></div>"
    }

    private func tags(of fact: Fact) -> [HTML] {
        var tags: [String] = fact.polarity == .negative ? ["denied"] : []
        if fact.modality != .actual && fact.modality != .generic { tags.append(fact.modality.rawValue) }
        var html: [HTML] = tags.map { " <span class=\"tag\">\($0)</span>" }
        if let source = fact.attribution?.source { html.append(" <span class=\"said\">according to \(source)</span>") }
        return html
    }

    private func quotation(_ entry: FactEntry) -> HTML {
        let document = entry.source
        let name = [document.publisher ?? document.title ?? document.id, document.published.map { ReadableTime.words($0) }].compactMap { $0 }
        let number = sources.number(of: document)
        let cited: HTML = "<p class=\"source\">\(name.joined(separator: ", ")) <a href=\"#source-\(number)\" aria-label=\"Source \(number)\">[\(number)]</a></p>"
        guard let sentence = entry.first.sentence else { return cited }
        // What the sentence as a whole states needs no line of its own.
        let stated = entry.clauses.filter(\.isWhole), whole = stated + entry.beside.filter(\.isWhole)
        let kind: HTML = stated.isEmpty ? "" : " class=\"whole\""
        return "<blockquote\(kind)><p>\(anchors(of: whole))\(marked(entry, in: sentence))\(stated.prefix(1).flatMap { tags(of: $0.fact) })</p></blockquote>\n\(cited)"
    }

    /// The sentence, with the words for whom the page is about marked.
    private func marked(_ entry: FactEntry, in sentence: Span) -> HTML {
        let quote = ScalarText(entry.first.fact.evidence.quote)
        let spans = (entry.clauses + entry.beside).flatMap(\.fact.arguments).filter { $0.entity.map(own.contains) ?? false && sentence.contains($0.span) }.map(\.span)
        var output: HTML = ""
        var end = 0
        for span in Set(spans).sorted() where span.start - sentence.start >= end && span.length > 0 {
            let start = span.start - sentence.start
            output = output + "\(quote[Span(end, start)])<mark>\(quote[Span(start, start + span.length)])</mark>"
            end = start + span.length
        }
        return output + "\(quote[Span(end, max(end, quote.count))])"
    }
}
