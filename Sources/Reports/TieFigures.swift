import Answering
import Facts
import Presentation

/// Who is tied to whom: a picture for wide pages, one for narrow ones, and the same in words.
struct TieFigures {
    let graphs: [TieGraph]
    /// Facts that the page shows.
    let shown: Set<String>

    /// Several stand beside each other, in the narrow form.
    var html: HTML {
        guard graphs.count > 1 else { return "\(graphs.map { figure($0, wide: true) })" }
        return "<div class=\"multiples\">\(graphs.map { figure($0, wide: false) })</div>\n"
    }

    private func figure(_ graph: TieGraph, wide: Bool) -> HTML {
        let picture = GraphPicture(graph)
        let narrow: HTML = "<div class=\"narrow\">\(HTML(markup: picture.columnSVG))</div>"
        let pictures: HTML = wide ? "<div class=\"wide\">\(HTML(markup: picture.svg))</div>\n\(narrow)" : narrow
        return """
            <figure>
            \(pictures)
            <figcaption><details><summary>Ties of \(name(graph.centre.first, in: graph)) in words</summary>\(table(graph))</details></figcaption>
            </figure>

            """
    }

    private func table(_ graph: TieGraph) -> HTML {
        let rows = graph.ties.map { tie -> HTML in
            let isOpen = tie.modality != .actual && tie.modality != .generic
            let links = tie.facts.filter(shown.contains).enumerated().map { index, id -> HTML in
                " <a href=\"#\(Report.anchor(of: id))\" aria-label=\"Fact \(index + 1): \(tie.label)\">\(index + 1)</a>"
            }
            return """
                <tr><td>\(name(tie.from, in: graph))</td><td>\(tie.label)\(isOpen ? " (\(tie.modality.rawValue))" : "")</td>\
                <td>\(name(tie.to, in: graph))</td><td>\(links)</td></tr>

                """
        }
        return "<table><thead><tr><th scope=\"col\">Who</th><th scope=\"col\">Tie</th><th scope=\"col\">Whom</th><th scope=\"col\">Facts</th></tr></thead>\n<tbody>\(rows)</tbody></table>"
    }

    private func name(_ id: EntityID?, in graph: TieGraph) -> String { graph.nodes.first { $0.id == id }?.name ?? "" }
}
