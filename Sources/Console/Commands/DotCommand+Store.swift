import FactStore
import Journal
import Presentation

/// Commands that change which documents there are.
extension DotCommand {
    static let storeCommands: [DotCommand] = [
        DotCommand("build", "PATH… [-o STORE]", "Reads articles into this store, or into another one and goes on with that.", details: """
                .build clippings -o clippings.dossier
            Only what changed is read again. Ctrl-C leaves the store as it was; the same command then goes on where it stopped.
            """, argument: .parts([("", .file), (" ", .file)])) { session, words in
            session.build(words)
        },
        DotCommand("save", "FILE", "Copies the store, with your corrections, to a new file.", argument: .file) { session, words in
            guard words.count == 1 else { return .failure("Use: .save FILE") }
            return session.changeFiles { path in
                try CorrectedStore(path: path).copy(to: words[0])
                return "saved to \(words[0])"
            }
        },
        DotCommand("remove", "DOCUMENT…", "Takes documents out of the store; `.documents` lists them.",
                   argument: .parts([("", .document), (" ", .document)])) { session, words in
            guard !words.isEmpty else { return .failure("Use: .remove DOCUMENT…") }
            if let refusal = session.refusalToWrite(session.store.path) { return refusal }
            return session.changeFiles { path in
                try StoreBuilder.remove(documents: words, from: path)
                session.goOn(with: try CorrectedStore(path: path).open())
                return "removed: \(words.joined(separator: ", "))"
            }
        },
    ]
}

extension Session {
    func build(_ words: [String]) -> Outcome {
        var paths = words
        var target = store.path
        if let option = paths.firstIndex(of: "-o") {
            guard paths.indices.contains(option + 1) else { return .failure("Use: .build PATH… [-o STORE]") }
            target = paths[option + 1]
            paths.removeSubrange(option...(option + 1))
        }
        guard !paths.isEmpty else { return .failure("Use: .build PATH… [-o STORE]") }
        if let refusal = refusalToWrite(target) { return refusal }
        return changeFiles { current in
            let summary = try ArticleBuild.build(paths, into: target, showsProgress: settings.showsProgress, cancellation: store.cancellation)
            let built = try CorrectedStore(path: target).open()
            if target == current { goOn(with: built) } else { open(built) }
            return (summary.notes + [ArticleBuild.sentence(summary, store: target)]).joined(separator: "\n")
        }
    }

    /// The seed store is built from the seeds alone.
    func refusalToWrite(_ path: String) -> Outcome? {
        guard path == settings.seedStore else { return nil }
        return .failure("The store of the seed articles stays as it is; give another one with -o NAME.dossier, or `.open` one")
    }

    /// Runs what writes files; its words are the output.
    fileprivate func changeFiles(_ change: (_ store: String) throws -> String) -> Outcome {
        guard !settings.safe else { return .failure("--safe forbids writing files") }
        do {
            let words = try change(store.path)
            return Outcome(output: settings.format.isForMachines ? "" : SafeText.visible(words) + "\n")
        } catch {
            return .failure("\(error)")
        }
    }
}
