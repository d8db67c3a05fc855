import ArgumentParser
import Console

/// The console; also reads questions from standard input where that isn't a terminal.
struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "console", abstract: "Open the console (the default).", shouldDisplay: false)

    @OptionGroup var store: StoreOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var options: QuestionOptions
    @Flag(name: .long, help: "Don't read the configuration file.") var noConfig = false
    @Flag(name: .long, help: "Forbid writing files and opening other stores.") var safe = false

    func run() throws {
        try ExitStatus.guarding {
            var settings = format.settings()
            options.apply(to: &settings)
            settings.safe = safe
            let session = try StoreLocation.session(store.store, settings: settings)
            let console = Console(session: session, readsConfiguration: !noConfig)
            return console.run()
        }
    }
}
