import ArgumentParser
import Console
import Extraction
import FactStore
import Linguistics

/// Reading of articles into a store, with progress on a terminal.
enum ArticleBuild {
    @discardableResult
    static func build(_ paths: [String], into store: String, model: String = Version.number, isFresh: Bool = false, prunes: Bool = false,
                      showsProgress: Bool = false) throws -> StoreBuilder.Summary {
        let extractor = try Extractor(model: LanguageModel.load())
        let builder = StoreBuilder(into: store, model: model, fresh: isFresh, prune: prunes, date: { extractor.dating($0) },
                                   read: { extractor.read($0) })
        let bar = ProgressBar(isShown: showsProgress)
        defer { bar.clear() }
        return try builder.build(paths: paths) { bar.show(done: $0.bytes, of: $0.totalBytes, what: "\($0.documents) documents, \($0.facts) facts") }
    }
}

/// Where `build` and `import` write to.
struct OutputStoreOptions: ParsableArguments {
    @Option(name: [.customShort("o"), .long], help: ArgumentHelp("The store to write (default: $DOSSIER_STORE).", valueName: "store"))
    var output: String?

    @Flag(name: .long, help: "Start anew, also where the store exists.")
    var fresh = false

    @Flag(name: .long, help: "No progress and no summary.")
    var quiet = false

    func path() throws -> String {
        guard let path = output ?? Environment.value("DOSSIER_STORE") else {
            throw ValidationError("say where to: -o NAME.dossier, or set DOSSIER_STORE")
        }
        return path
    }
}

struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Read articles into a store; only what changed is read again.",
        discussion: "PATH is a file or a folder; “-” is standard input. A removed file's document stays until --prune, or `dossier remove`.")

    @OptionGroup var target: OutputStoreOptions
    @Flag(name: .long, help: "Take out the documents of files that no longer exist.") var prune = false
    @Argument(help: "Articles.") var paths: [String]

    func run() throws {
        try ExitStatus.guarding {
            let store = try target.path()
            let summary = try ArticleBuild.build(paths, into: store, isFresh: target.fresh, prunes: prune,
                                                 showsProgress: !target.quiet && Terminal.isTerminal(2))
            try StoreLocation.corrected(store)
            if !target.quiet {
                for note in summary.notes { Output.complain(note) }
                Output.complain(Self.sentence(summary, store: store))
            }
            return 0
        }
    }

    private static func sentence(_ summary: StoreBuilder.Summary, store: String) -> String {
        var text = "\(store): read \(count(summary.filesRead, "file")), \(count(summary.documents, "document")), \(count(summary.facts, "fact"))"
        if summary.filesUnchanged > 0 { text += "; \(count(summary.filesUnchanged, "file")) unchanged" }
        if summary.filesRemoved > 0 { text += "; \(count(summary.filesRemoved, "file")) removed" }
        return text
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import facts from TSV tables or JSON Lines.",
        discussion: "Tables are known by their header row: facts, types, names, lexicon. Several files make one import.")

    @OptionGroup var target: OutputStoreOptions
    @Argument(help: "Tables.") var files: [String]

    func run() throws {
        try ExitStatus.guarding {
            let store = try target.path()
            let summary = try TableImport(into: store, fresh: target.fresh).run(paths: files)
            try StoreLocation.corrected(store)
            if !target.quiet {
                Output.complain("""
                \(store): \(summary.facts) facts, \(summary.types) types, \(summary.names) names, \(summary.words) words from \(summary.files) files
                """)
            }
            return 0
        }
    }
}

struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: "Take documents out of a store.")
    @Option(name: .long, help: ArgumentHelp("The store (default: $DOSSIER_STORE).", valueName: "store")) var store: String?
    @Argument(help: "Documents, as `dossier documents` names them.") var documents: [String]

    func run() throws {
        try ExitStatus.guarding {
            guard let path = store ?? Environment.value("DOSSIER_STORE") else {
                throw ValidationError("say which store: --store NAME.dossier, or set DOSSIER_STORE")
            }
            try StoreBuilder.remove(documents: documents, from: path)
            try StoreLocation.corrected(path)
            return 0
        }
    }
}
