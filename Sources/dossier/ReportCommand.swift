import Answering
import ArgumentParser
import Console
import Exports
import FactStore
import Questions
import Reports

struct MakeReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write a page to share about a name, or about the facts that meet a pattern.",
        discussion: "One HTML file that needs nothing else: profile, timeline, ties, facts by date with their sentences and sources.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var scope: ScopeOptions
    @Option(name: .long, help: ArgumentHelp("Facts at most.", valueName: "number")) var limit = Report.mostFacts
    @Option(name: [.customShort("o"), .long], help: ArgumentHelp("The page to write (default: standard output).", valueName: "file"),
            completion: .file())
    var output: String?
    @Argument(help: "A name, or a pattern as “?x | command(?x, ?y)”.") var subject: [String]

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit takes a number from 1") }
    }

    func run() throws {
        try ExitStatus.guarding {
            let (store, scope) = scope.chosen(of: try StoreLocation.open(store.store))
            let page = try ReportPage(report(subject.joined(separator: " "), in: store, filter: scope)).html
            guard let output else {
                Output.write(page)
                return 0
            }
            if let reason = StandardStreams.replace(output, with: page) { throw StoreError.unwritable(path: output, reason: reason) }
            return 0
        }
    }

    private func report(_ subject: String, in store: FactStore, filter: FactFilter) throws -> Report {
        var filter = filter
        let listing = Listing(store: store)
        guard PatternLanguage.looksLikePattern(subject) else {
            filter.participants = try listing.filter(about: subject).participants
            return try Report(name: subject, entities: listing.named(subject), filter: filter, in: store, most: limit)
        }
        filter.ids = try Answerer(store: store, asOf: nil).facts(meeting: subject)
        return try Report(pattern: subject, filter: filter, in: store, most: limit)
    }
}
