import ArgumentParser
import Console
import FactStore

/// Where `build` and `import` write to.
struct OutputStoreOptions: ParsableArguments {
    @Option(name: [.customShort("o"), .long], help: ArgumentHelp("The store to write (default: $DOSSIER_STORE).", valueName: "store"), completion: .file())
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
    @Argument(help: "Articles.", completion: .file()) var paths: [String]

    func run() throws {
        try ExitStatus.guarding {
            let store = try target.path()
            let summary = try ArticleBuild.build(paths, into: store, isFresh: target.fresh, prunes: prune,
                                                 showsProgress: !target.quiet && Terminal.isTerminal(2))
            try StoreLocation.corrected(store)
            if !target.quiet {
                for note in summary.notes { Output.complain(note) }
                Output.complain(ArticleBuild.sentence(summary, store: store))
            }
            return 0
        }
    }
}

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import facts from TSV tables or JSON Lines.",
        discussion: "Tables are known by their header row: facts, types, names, lexicon. Several files make one import.")

    @OptionGroup var target: OutputStoreOptions
    @Argument(help: "Tables.", completion: .file()) var files: [String]

    func run() throws {
        try ExitStatus.guarding {
            let store = try target.path()
            let summary = try imported(into: store)
            try StoreLocation.corrected(store)
            if !target.quiet {
                Output.complain("""
                \(ServerAddress.shown(store)): \(summary.facts) facts, \(summary.types) types, \(summary.names) names, \(summary.words) words from \(summary.files) files
                """)
            }
            return 0
        }
    }

    private func imported(into store: String) throws -> TableImport.Summary {
        let bar = ProgressBar(isShown: !target.quiet && Terminal.isTerminal(2))
        defer { bar.clear() }
        // Indexes and statistics take about a fifth of the time.
        let share = 0.8
        return try TableImport(into: store, fresh: target.fresh).run(paths: files) { progress in
            bar.show(done: Int(Double(progress.bytes) * share), of: progress.totalBytes, what: "\(progress.facts) facts\(progress.isIndexing ? ", indexing" : "")")
        }
    }
}

struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: "Take documents out of a store.")
    @Option(name: .long, help: ArgumentHelp("The store (default: $DOSSIER_STORE).", valueName: "store"), completion: .file()) var store: String?
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
