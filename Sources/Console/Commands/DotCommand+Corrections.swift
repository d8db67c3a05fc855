import FactStore
import Journal
import Presentation
import Questions

extension DotCommand {
    private static let predication: CommandArgument = .parts([("", .relation), ("(", .name), (",", .name)])

    static let correctionCommands: [DotCommand] = [
        correction("assert", "FACT", "States a fact that no article states.", argument: predication, details: """
                .assert command(Ann Lee, Harbour Fleet) @ 2020..
                .assert hold-office(Ann Lee, attribute: "mayor", patient: Oslo) @ 2019..2023
            A fact is a predication of the pattern language: a relation, then subject and object or arguments with their roles, then the
            time. Answers that rest on it say that you said so. Corrections are kept in STORE.journal, a line each.
            """),
        correction("retract", "FACT-ID | PATTERN", "Hides facts from every answer.", argument: predication, details: """
                .retract 01fa3c9d2b7e4455
                .retract command(Ann Lee, ?x)
            `.facts NAME` lists facts with their ids; of a pattern every fact that is like it is hidden, also those of later articles.
            """),
        correction("alias", "NAME = OTHER", "Gives what is named OTHER a further name.", argument: .parts([("", .none), ("=", .name)]), details: """
                .alias Nan = Ann Lee
            """),
        correction("merge", "A, B", "Makes two entities one; it is shown as A.", argument: .parts([("", .name), (",", .name)]), details: """
                .merge Ann Lee, Captain Lee
            A name that holds a comma stands in double quotes. An entity's id, as `.entities` lists it, can stand for a name.
            """),
        correction("split", "NAME (DOCUMENT …)", "Makes who is named so in these documents another entity.",
                   argument: .parts([("", .name), ("(", .document), (",", .document)]), details: """
                .split Ann Lee (b.txt, c.txt)
            Both are called Ann Lee then; `.alias Ann Lee the painter = ID`, with an id of `.entities Ann Lee`, tells them apart.
            """),
        DotCommand("undo", "", "Takes the last correction back; the journal keeps both lines.") { session, _ in
            session.changeCorrections { corrected in "taken back: \(try corrected.undo(at: session.now()))" }
        },
        DotCommand("corrections", "", "Your corrections, and what each has done.") { session, _ in session.list { try $0.corrections() } },
    ]

    private static func correction(_ name: String, _ arguments: String, _ summary: String, argument: CommandArgument,
                                   details: String) -> DotCommand {
        DotCommand(name: name, arguments: arguments, summary: summary, details: details, argument: argument) { session, text in
            guard !text.isEmpty else { return .failure("Use: .\(name) \(arguments)") }
            return session.changeCorrections(line: "\(name) \(text)") { corrected in
                CorrectionWords.text(of: try corrected.correct("\(name) \(text)", at: session.now()))
            }
        }
    }
}

/// What a correction has done, for the person who made it.
enum CorrectionWords {
    static func text(of effect: CorrectionEffect) -> String {
        let facts = "\(effect.facts) \(effect.facts == 1 ? "fact" : "facts")"
        let done = switch effect.words.prefix(while: { $0 != " " }) {
        case "assert": "noted"
        case "retract": "hidden: \(facts)"
        case "alias": "noted"
        default: "changed: \(facts)"
        }
        return "\(done); .undo takes it back"
    }
}

extension Session {
    /// Changes the journal and goes on with the store as it is then.
    ///
    /// - Parameter line: the correction, for messages that point into it.
    func changeCorrections(line: String = "", _ change: (CorrectedStore) throws -> String) -> Outcome {
        guard !settings.safe else { return .failure("--safe forbids writing files") }
        let corrected = CorrectedStore(path: store.path)
        do {
            let words = try change(corrected)
            goOn(with: try corrected.open())
            return Outcome(output: settings.format.isForMachines ? "" : SafeText.escaped(words) + "\n")
        } catch let diagnostic as Diagnostic {
            let message = diagnostic.moved(by: 1)
            return Outcome(note: textRenderer.diagnostics([message], of: ".\(line)"), status: 2)
        } catch {
            return .failure("\(error)")
        }
    }
}
