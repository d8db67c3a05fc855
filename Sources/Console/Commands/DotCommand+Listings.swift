import FactStore
import Facts
import Presentation

extension DotCommand {
    static let listingCommands: [DotCommand] = [
        DotCommand("documents", "", "The documents of the store.") { session, _ in session.list { try $0.documents() } },
        DotCommand("entities", "[PART OF A NAME]", "The names that the articles speak of.", argument: .name) { session, words in
            session.list { try $0.entities(containing: words.isEmpty ? nil : words.joined(separator: " ")) }
        },
        DotCommand("facts", "[NAME]", "All facts, or those about a name.", argument: .name) { session, words in
            session.listFacts(about: words.isEmpty ? nil : words.joined(separator: " "))
        },
        DotCommand("about", "NAME", "One screen about a name: offices, what it did by year, who speaks of it.", argument: .name) { session, words in
            guard !words.isEmpty else { return .failure("Use: .about NAME") }
            do {
                let profile = try Listing(store: session.store).profile(of: words.joined(separator: " "))
                return Outcome(output: profile.text(width: session.settings.width ?? 100, style: Style(colours: session.settings.colours)))
            } catch {
                return .failure("\(error)")
            }
        },
        DotCommand("search", "WORDS", "Sentences that speak of the words; no answer is claimed.") { session, words in
            words.isEmpty ? .failure("Use: .search WORDS") : session.list { try $0.search(words.joined(separator: " "), limit: 20) }
        },
        DotCommand("conflicts", "[NAME]", "Facts that contradict each other, side by side.", details: """
            An office held by two at one time, two days of birth or death, two counts or places of one event, what is affirmed and denied.
            Which side is right is yours to judge: `.retract` hides the other one.
            """, argument: .name) { session, words in
            session.listConflicts(about: words.isEmpty ? nil : words.joined(separator: " "))
        },
        DotCommand("stats", "", "How much is in the store.") { session, _ in session.list { try $0.stats() } },
        DotCommand("timeline", "[NAME] [FROM..TO] [--svg FILE]", "Dated facts in order of time, or a picture of them.", details: """
                .timeline Oslo
                .timeline 1990..2001
                .timeline Ann Lee 2024-07..  --svg lee.svg
            A bar shows from when to when on one scale; ░ is planned, expected or possible; an arrow is a side that no article tells.
            """, argument: .parts([("", .name), ("--svg", .file)])) { session, words in
            session.timeline(words)
        },
        DotCommand("graph", "NAME [--svg FILE]", "Who is tied to a name by what, in Graphviz DOT or as a picture.", details: """
                .graph Ann Lee
                .graph Ann Lee --svg lee.svg
            What acts on the name stands at the left, what it acts on at the right; ×2 is said twice.
            """, argument: .parts([("", .name), ("--svg", .file)])) { session, words in
            session.graph(words)
        },
    ]
}

extension Session {
    /// A listing in the session's format; nothing in the formats that programs read.
    func list(_ body: (Listing) throws -> Grid) -> Outcome {
        write { listing in
            let grid = try body(listing)
            return settings.format.isForMachines ? "" : grid.rendered(as: settings.format, width: settings.width ?? 100, cancellation: store.cancellation)
        }
    }

    func listFacts(about name: String?) -> Outcome {
        write { listing in
            let filter = try name.map(listing.filter) ?? FactFilter()
            switch settings.format {
            case .text: return try listing.factsText(filter, width: settings.width ?? 100, style: Style(colours: settings.colours))
            case .json, .jsonl, .csv, .tsv: return ""
            case let format: return try listing.facts(filter).rendered(as: format, width: settings.width ?? 100, cancellation: store.cancellation)
            }
        }
    }

    /// What a listing makes, unless it is no longer wanted.
    func write(_ body: (Listing) throws -> String) -> Outcome {
        do {
            let output = try body(Listing(store: store))
            try store.cancellation.check()
            return Outcome(output: output)
        } catch {
            return .failure("\(error)")
        }
    }
}

extension Session {
    func listConflicts(about name: String?) -> Outcome {
        guard !settings.format.isForMachines else { return Outcome() }
        do {
            let conflicts = try Listing(store: store).conflicts(about: name)
            if conflicts.isEmpty { return Outcome(output: "No facts contradict each other.\n") }
            guard settings.format == .text else {
                return Outcome(output: Grid(conflicts).rendered(as: settings.format, width: settings.width ?? 100))
            }
            return Outcome(output: ConflictText(conflicts, renderer: textRenderer).text)
        } catch {
            return .failure("\(error)")
        }
    }
}

/// `FROM..TO` in years, months or days, both inclusive.
public struct TimeRange {
    public let days: Range<Day>

    public init?(_ text: String) {
        guard let dots = text.firstRange(of: ".."),
              let first = Self.days(of: text[..<dots.lowerBound], else: Day(year: 1, month: 1, day: 1)),
              let last = Self.days(of: text[dots.upperBound...], else: Day(year: 9999, month: 12, day: 31)),
              first.lowerBound < last.upperBound else { return nil }
        days = first.lowerBound..<last.upperBound
    }

    private static func days(of text: Substring, else day: Day?) -> Range<Day>? {
        if text.isEmpty { return day.map { $0..<$0.advanced(by: 1) } }
        if let day = Day(iso: text) { return day..<day.advanced(by: 1) }
        let parts = text.split(separator: "-").map { Int($0) }
        switch parts.count {
        case 1:
            guard let year = parts[0], let start = Day(year: year, month: 1, day: 1) else { return nil }
            return start..<start.advanced(by: Day.isLeap(year) ? 366 : 365)
        case 2:
            guard let year = parts[0], let month = parts[1], let start = Day(year: year, month: month, day: 1) else { return nil }
            return start..<start.advanced(by: Day.length(ofMonth: month, year: year))
        default: return nil
        }
    }
}
