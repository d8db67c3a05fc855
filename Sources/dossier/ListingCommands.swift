import ArgumentParser
import Console
import Exports
import FactStore
import struct Facts.Day
import struct Facts.FoldedName
import Presentation

/// A command that prints one listing of a store.
private protocol ListingCommand: ParsableCommand {
    var store: StoreOptions { get }
    var format: FormatOptions { get }
    func grid(_ listing: Listing) throws -> Grid
}

extension ListingCommand {
    func run() throws {
        try ExitStatus.guarding {
            let settings = format.settings()
            let grid = try grid(Listing(store: StoreLocation.open(store.store)))
            Output.write(grid.rendered(as: settings.format, width: settings.width ?? 100))
            return 0
        }
    }
}

struct ListDocuments: ListingCommand {
    static let configuration = CommandConfiguration(commandName: "documents", abstract: "List the documents of a store.")
    @OptionGroup var store: StoreOptions
    @OptionGroup var format: FormatOptions
    func grid(_ listing: Listing) throws -> Grid { try listing.documents() }
}

struct ListEntities: ListingCommand {
    static let configuration = CommandConfiguration(commandName: "entities", abstract: "List the names that the articles speak of.")
    @OptionGroup var store: StoreOptions
    @OptionGroup var format: FormatOptions
    @Argument(help: "Only names that contain this.") var part: [String] = []
    func grid(_ listing: Listing) throws -> Grid { try listing.entities(containing: part.isEmpty ? nil : part.joined(separator: " ")) }
}

/// A format of listings, or a picture.
enum TimelineFormat: ExpressibleByArgument {
    case listing(OutputFormat), svg

    init?(argument: String) {
        if argument == "svg" { self = .svg } else if let format = OutputFormat(rawValue: argument) { self = .listing(format) } else { return nil }
    }

    static var allValueStrings: [String] { OutputFormat.allCases.map(\.rawValue) + ["svg"] }
    static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}

struct ListTimeline: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "timeline", abstract: "List dated facts in order of time, or draw them.")
    @OptionGroup var store: StoreOptions
    @Option(name: .long, help: "text, table, list, json, jsonl, csv, tsv, markdown, or svg for a picture.") var format = TimelineFormat.listing(.text)
    @OptionGroup var appearance: AppearanceOptions
    @Option(name: .long, help: ArgumentHelp("Only facts in this time.", valueName: "from..to")) var period: DayRange?
    @Argument(help: "Only facts about this name; a time like 1990..2001 may follow.") var name: [String] = []

    func run() throws {
        try ExitStatus.guarding {
            let listing = Listing(store: try StoreLocation.open(store.store))
            let (name, days) = asked
            switch format {
            case .svg: Output.write(try listing.timelinePicture(about: name, in: days))
            case .listing(let format):
                let settings = appearance.settings(format: format)
                let width = settings.width ?? 100
                Output.write(format == .text ? try listing.timelineText(about: name, in: days, width: width, style: Style(colours: settings.colours))
                             : try listing.timeline(about: name, in: days).rendered(as: format, width: width))
            }
            return 0
        }
    }

    private var asked: (name: String?, days: Range<Day>?) {
        var words = name
        var days = period.map { $0.days.lowerBound..<$0.days.upperBound.advanced(by: 1) }
        if days == nil, let range = words.last.flatMap({ TimeRange($0) }) {
            days = range.days
            words.removeLast()
        }
        return (words.isEmpty ? nil : words.joined(separator: " "), days)
    }
}

struct ListConflicts: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "conflicts", abstract: "List facts that contradict each other.")
    @OptionGroup var store: StoreOptions
    @OptionGroup var format: FormatOptions
    @Argument(help: "Only facts about this name.") var name: [String] = []

    func run() throws {
        try ExitStatus.guarding {
            let settings = format.settings()
            let conflicts = try Listing(store: StoreLocation.open(store.store)).conflicts(about: name.isEmpty ? nil : name.joined(separator: " "))
            let renderer = TextRenderer(width: settings.width ?? 100, style: Style(colours: settings.colours), raw: settings.raw)
            Output.write(settings.format == .text ? ConflictText(conflicts, renderer: renderer).text
                         : Grid(conflicts).rendered(as: settings.format, width: settings.width ?? 100))
            return 0
        }
    }
}

struct DrawGraph: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "graph", abstract: "Write who is tied to a name by what, in Graphviz DOT or SVG.")
    @OptionGroup var store: StoreOptions
    enum Format: String, CaseIterable, ExpressibleByArgument { case dot, svg }

    @Flag(name: .long, help: "A picture in SVG; as --format svg.") var svg = false
    @Option(name: .long, help: "dot or svg.") var format = Format.dot
    @Argument(help: "The name.") var name: [String]

    func run() throws {
        try ExitStatus.guarding {
            let graph = try Listing(store: StoreLocation.open(store.store)).ties(of: name.joined(separator: " "))
            Output.write(svg || format == .svg ? GraphPicture(graph).svg : GraphText(graph).dot)
            return 0
        }
    }
}

struct ListStats: ListingCommand {
    static let configuration = CommandConfiguration(commandName: "stats", abstract: "Say how much is in a store.")
    @OptionGroup var store: StoreOptions
    @OptionGroup var format: FormatOptions
    func grid(_ listing: Listing) throws -> Grid { try listing.stats() }
}

struct Search: ListingCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find sentences by full-text search, ranked; no answer is claimed.")
    @OptionGroup var store: StoreOptions
    @OptionGroup var format: FormatOptions
    @Option(name: .long, help: "Sentences at most.") var limit = 20
    @Argument(help: "Words.") var words: [String]
    func grid(_ listing: Listing) throws -> Grid { try listing.search(words.joined(separator: " "), limit: limit) }
}

/// A format of listings, or one for other programs.
enum FactFormat: ExpressibleByArgument {
    case listing(OutputFormat), export(ExportFormat)

    /// JSON Lines are both.
    init?(argument: String) {
        if let format = ExportFormat(rawValue: argument) { self = .export(format) }
        else if let format = OutputFormat(rawValue: argument) { self = .listing(format) } else { return nil }
    }

    static var allValueStrings: [String] {
        let listings = OutputFormat.allCases.map(\.rawValue)
        return listings + ExportFormat.allCases.map(\.rawValue).filter { !listings.contains($0) }
    }
    static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}

struct ListFacts: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "facts", abstract: "List or export facts.")
    @OptionGroup var store: StoreOptions
    @OptionGroup var facts: FactOptions
    @Option(name: .long, help: "text, table, list, json, jsonl, csv, tsv, markdown, or a format of `export`.") var format = FactFormat.listing(.text)
    @OptionGroup var appearance: AppearanceOptions

    func run() throws {
        try ExitStatus.guarding {
            let (store, filter) = try facts.chosen(of: StoreLocation.open(store.store))
            switch format {
            case .export(let format):
                let options = Export.Options(raw: appearance.settings(format: .text).raw)
                try Export(format, of: store, filter: filter, options: options).write { Output.write($0) }
            case .listing(let format): try list(filter, of: store, as: appearance.settings(format: format))
            }
            return 0
        }
    }

    private func list(_ filter: FactFilter, of store: FactStore, as settings: Settings) throws {
        let listing = Listing(store: store)
        let width = settings.width ?? 100
        switch settings.format {
        case .json: Output.write(JSONValue.array(try store.facts(filter).map(JSONValue.init)).encoded + "\n")
        case .text: Output.write(try listing.factsText(filter, width: width, style: Style(colours: settings.colours)))
        case let format: Output.write(try listing.facts(filter).rendered(as: format, width: width))
        }
    }
}
