import Answering
import ArgumentParser
import Console
import Exports
import FactStore
import Presentation

extension ExportFormat: ExpressibleByArgument {}

extension TimeRange: ExpressibleByArgument {
    /// `FROM..TO`, or one day, month or year.
    public init?(argument: String) { self.init(argument.contains("..") ? argument : "\(argument)..\(argument)") }
}

/// When, and in which documents.
struct ScopeOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Only facts in this time: days, months or years.", valueName: "from..to")) var period: TimeRange?
    @Option(name: .long, help: "Only documents of this publisher.") var publisher: String?
    @Option(name: .long, help: ArgumentHelp("Only documents published in this time.", valueName: "from..to")) var published: DayRange?

    /// The store as far as its documents are wanted, and which of its facts are.
    func chosen(of store: FactStore) -> (store: FactStore, filter: FactFilter) {
        var settings = Settings()
        settings.publisher = publisher
        settings.published = published?.days
        return (settings.scoped(store), FactFilter(time: period?.days, timeOrigins: period == nil ? [] : [.stated, .inherited]))
    }
}

/// Which facts are wanted.
struct FactOptions: ParsableArguments {
    @Option(name: .long, help: "Only facts that name this, in any role.") var about: String?
    @Option(name: .customLong("where"), help: ArgumentHelp("Only facts that meet this pattern, as “?x | command(?x, ?y)”.", valueName: "pattern"))
    var pattern: String?
    @OptionGroup var scope: ScopeOptions

    func chosen(of store: FactStore) throws -> (store: FactStore, filter: FactFilter) {
        var (store, filter) = scope.chosen(of: store)
        if let about { filter.participants = try Listing(store: store).filter(about: about).participants }
        if let pattern { filter.ids = try Answerer(store: store, asOf: nil).facts(meeting: pattern) }
        return (store, filter)
    }
}

struct ExportFacts: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write facts for other programs: RDF, JSON-LD, GraphML, CSV, event records.",
        discussion: "docs/export.md describes the formats. The same store gives the same bytes.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var facts: FactOptions
    @Option(name: .long, help: "jsonl, nodes or edges (CSV), nquads, trig, jsonld, graphml, or events (PLOVER, JSON Lines).")
    var format = ExportFormat.jsonl
    @Option(name: .long, help: ArgumentHelp("What the IRIs of facts, entities and documents begin with.", valueName: "iri"))
    var base = IRI.defaultBase
    @Flag(name: .long, help: "Let control characters of the articles through in CSV; never to a terminal.") var raw = false
    @Option(name: [.customShort("o"), .long], help: ArgumentHelp("The file to write (default: standard output).", valueName: "file"),
            completion: .file())
    var output: String?

    func validate() throws {
        guard IRI.isBase(base) else { throw ValidationError("--base takes an absolute IRI, such as https://example.org/news/") }
    }

    func run() throws {
        try ExitStatus.guarding {
            let (store, filter) = try facts.chosen(of: StoreLocation.open(store.store))
            let options = Export.Options(base: base, raw: raw && (output != nil || !Output.isTerminal))
            let export = try Export(format, of: store, filter: filter, options: options)
            guard let output else {
                try export.write { Output.write($0) }
                return 0
            }
            guard let file = WholeFile(path: output) else { throw StoreError.unwritable(path: output, reason: StandardStreams.reason) }
            try export.write(to: file.write)
            if let reason = file.finish() { throw StoreError.unwritable(path: output, reason: reason) }
            return 0
        }
    }
}
