import ArgumentParser
import Console
import Facts
import Presentation

extension OutputFormat: ExpressibleByArgument {}

enum ColourChoice: String, CaseIterable, ExpressibleByArgument { case auto, always, never }

extension Day: ExpressibleByArgument {
    public init?(argument: String) { self.init(iso: argument) }
}

/// `FROM..TO`, both inclusive; either side may be missing.
struct DayRange: ExpressibleByArgument {
    let days: ClosedRange<Day>

    init?(argument: String) {
        guard let dots = argument.firstRange(of: "..") else {
            guard let day = Day(iso: argument) else { return nil }
            days = day...day
            return
        }
        let from = argument[..<dots.lowerBound], to = argument[dots.upperBound...]
        let first = from.isEmpty ? Day(year: 1, month: 1, day: 1) : Day(iso: from)
        let last = to.isEmpty ? Day(year: 9999, month: 12, day: 31) : Day(iso: to)
        guard let first, let last, first <= last else { return nil }
        days = first...last
    }
}

/// Options that every command which reads a store takes.
struct StoreOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The store to read (default: $DOSSIER_STORE, else the seed articles).", valueName: "store"), completion: .file())
    var store: String?
}

/// How output is written.
struct FormatOptions: ParsableArguments {
    @Option(name: .long, help: "text, table, list, json, jsonl, csv, tsv or markdown.")
    var format: OutputFormat?

    @OptionGroup var appearance: AppearanceOptions

    func settings() -> Settings { appearance.settings(format: format ?? .text) }
}

/// How output looks in any format.
struct AppearanceOptions: ParsableArguments {
    @Option(name: .long, help: "auto, always or never; NO_COLOR counts too.")
    var color: ColourChoice = .auto

    @Flag(name: .long, help: "Let control characters of the articles through; never to a terminal.")
    var raw = false

    @Flag(name: .long, help: "Nothing but answers.")
    var quiet = false

    /// The settings these options ask for, with the terminal's width.
    func settings(format: OutputFormat) -> Settings {
        var settings = Settings(colours: color)
        settings.format = format
        settings.raw = raw && !Output.isTerminal
        settings.quiet = quiet
        return settings
    }
}

extension Settings {
    /// Those of a command without options, for standard output as it is.
    init(colours: ColourChoice = .auto) {
        self.init()
        self.colours = switch colours {
        case .always: true
        case .never: false
        case .auto: Output.isTerminal && Environment.value("NO_COLOR") == nil && Environment.value("TERM") != "dumb"
        }
        width = Output.isTerminal ? Terminal.width(of: 1) : nil
    }
}

/// What questions count from, and which documents they ask.
struct QuestionOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The day from which “last August” in a question counts (default: the newest document's).",
                                            valueName: "YYYY-MM-DD"))
    var asOf: Day?

    @Option(name: .long, help: "Only documents of this publisher.")
    var publisher: String?

    @Option(name: .long, help: ArgumentHelp("Only documents published in this time.", valueName: "from..to"))
    var published: DayRange?

    func apply(to settings: inout Settings) {
        settings.asOf = asOf
        settings.publisher = publisher
        settings.published = published?.days
    }
}
