import ArgumentParser
import Console

@main
struct Dossier: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dossier",
        abstract: "Turns a folder of news articles into a console that you question in plain English.",
        discussion: """
        Every answer is a fact that the articles state, with the sentence it came from, when it held, who said it, and whether it \
        happened or is only planned. With no command, Dossier opens the console; it reads questions from standard input when \
        that isn't a terminal.
        """,
        version: Version.text,
        subcommands: [
            Open.self, Build.self, Ask.self, Run.self, Test.self, ListFacts.self, Import.self, Annotate.self, ListDocuments.self,
            ListEntities.self, ListTimeline.self, ListConflicts.self, DrawGraph.self, ListStats.self, Search.self, ExportFacts.self, MakeReport.self, Remove.self, Check.self, Manual.self,
        ],
        defaultSubcommand: Open.self)

    static func main() {
        if let question = PlainQuestion(CommandLine.arguments) { question.answerAndExit() }
        main(nil)
    }
}
