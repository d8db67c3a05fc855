import Facts

/// What facts tell about a name: its names and kind, offices with dates, what it did by year, who speaks of it.
public struct Profile: Sendable {
    private static let mostPerYear = 5
    private let entities: [Entity]
    private let facts: [Fact]

    /// - Parameter facts: those that name the entities in any role, or are said by them.
    public init(of entities: [Entity], facts: [Fact]) {
        self.entities = entities
        self.facts = facts
    }

    private var ids: Set<EntityID> { Set(entities.map(\.id)) }

    /// For a terminal.
    public func text(width: Int, style: Style) -> String {
        var output = ""
        for entity in entities {
            output += style.bold(SafeText.escaped(entity.name)) + " — \(entity.type.rawValue)\n"
            let others = entity.names.dropFirst().map(\.text)
            if !others.isEmpty { output += wrapped("also " + others.joined(separator: "; "), width: width, indent: 2) }
        }
        output += section("Offices", offices, width: width, style: style)
        output += section("What it is", kinds, width: width, style: style)
        for (year, lines) in deeds { output += section(year, lines, width: width, style: style) }
        output += section("Said by it", sayings, width: width, style: style)
        return output + section("Spoken of by", speakers, width: width, style: style)
    }

    public var offices: [String] {
        unique(facts.filter { $0.relation == "hold-office" && isAgent($0) }.map { fact in
            let office = fact.first(.attribute)?.text ?? fact.text
            let owner = fact.first(.patient).map { ", \($0.text)" } ?? ""
            return "\(office)\(owner)" + (fact.time.flatMap(PlainWords.time).map { " (\($0))" } ?? "")
        })
    }

    public var kinds: [String] {
        unique(facts.filter { $0.relation == "kind-of" && isAgent($0) }.compactMap { $0.first(.attribute)?.text })
    }

    /// By year, the undated ones last.
    private var deeds: [(String, [String])] {
        let skipped: Set<String> = ["hold-office", "kind-of", "same-as", "say", "have"]
        var years: [String: [String]] = [:]
        for fact in facts where isAgent(fact) || fact.arguments(.patient).contains(where: isMe) {
            if let relation = fact.relation, skipped.contains(relation) { continue }
            let isDated = fact.time.map { $0.origin != .publication } ?? false
            let year = isDated ? fact.time?.start.day.map { "\($0.year)" } : nil
            let modality = fact.modality == .actual ? "" : " (\(fact.modality.rawValue))"
            years[year ?? "Undated", default: []].append(fact.text + modality)
        }
        return years.sorted { $0.key < $1.key }.map { ($0.key, unique($0.value)) }
    }

    public var sayings: [String] {
        unique(facts.filter { $0.relation == "say" && isAgent($0) }.map { "“\($0.first(.topic)?.text ?? $0.text)”" })
    }

    public var speakers: [String] {
        unique(facts.compactMap { fact in fact.attribution.flatMap { ids.contains($0.entity ?? EntityID("")) ? nil : $0.source } })
    }

    private func isAgent(_ fact: Fact) -> Bool { fact.arguments(.agent).contains(where: isMe) }
    private func isMe(_ argument: Argument) -> Bool { argument.entity.map(ids.contains) ?? false }

    private func unique(_ lines: [String]) -> [String] {
        var seen: Set<String> = []
        return lines.filter { seen.insert($0).inserted }
    }

    private func section(_ title: String, _ lines: [String], width: Int, style: Style) -> String {
        guard !lines.isEmpty else { return "" }
        let shown = lines.prefix(Self.mostPerYear).map { wrapped($0, width: width, indent: 2) }.joined()
        let rest = lines.count > Self.mostPerYear ? style.dim("  … \(lines.count - Self.mostPerYear) more in .facts") + "\n" : ""
        return style.cyan(title) + "\n" + shown + rest
    }

    private func wrapped(_ text: String, width: Int, indent: Int) -> String {
        let blanks = String(repeating: " ", count: indent)
        return TextLayout.wrap(SafeText.escaped(text), width: width, firstIndent: blanks, indent: blanks + "  ").map { $0 + "\n" }.joined()
    }
}
