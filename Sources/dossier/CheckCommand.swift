import ArgumentParser
import Journal
import Presentation

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Verify a store: every span still matches its text, no reference dangles, every correction is readable.",
        discussion: "Exit status 65 where something is wrong.")
    @OptionGroup var store: StoreOptions

    func run() throws {
        try ExitStatus.guarding {
            let (report, idle) = try CorrectedStore(path: StoreLocation.path(store.store)).check()
            for correction in idle { Output.complain(correction) }
            for problem in report.problems { Output.write(SafeText.visible("\(problem)\n")) }
            guard report.problemCount == 0 else {
                Output.complain(report.problemCount == 1 ? "1 problem" : "\(report.problemCount) problems")
                return ExitStatus.badData
            }
            Output.write("sound: \(report.documents) documents, \(report.sentences) sentences, \(report.facts) facts\n")
            return 0
        }
    }
}
