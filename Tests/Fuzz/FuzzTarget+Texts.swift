@testable import Chronology
@testable import Console
import Facts
@testable import Journal
import Linguistics
@testable import Questions

extension FuzzTarget {
    /// Lines and running text.
    static let texts = [
        FuzzTarget(name: "question") {
            let grammar = try! EnglishGrammar()
            let completer = Completer(grammar: grammar)
            return { input in
                let line = String(decoding: input, as: UTF8.self)
                for tree in grammar.parse(line).trees { require(!tree.text.isEmpty || line.isEmpty, "a reading without its line") }
                _ = completer.complete(line)
            }
        },
        FuzzTarget(name: "pattern") {
            { input in
                let line = String(decoding: input, as: UTF8.self)
                _ = PatternLanguage.looksLikePattern(line)
                guard let query = try? PatternLanguage.parse(line) else { return }
                let printed = PatternLanguage.print(query)
                let again = try? PatternLanguage.parse(printed)
                require(again.map(PatternLanguage.print) == printed, "“\(printed)” is printed otherwise when it is read again")
            }
        },
        FuzzTarget(name: "sentences") {
            let model = try! LanguageModel.load()
            return { input in
                let text = String(decoding: input, as: UTF8.self)
                var end = 0
                for sentence in model.analyse(text) {
                    require(sentence.span.start >= end && sentence.span.end <= text.unicodeScalars.count, "sentences overlap")
                    end = sentence.span.end
                }
            }
        },
        FuzzTarget(name: "times") {
            let tagger = TimeTagger()
            let day = Day(iso: "2024-07-27")!
            return { input in
                let text = String(decoding: input, as: UTF8.self)
                _ = tagger.tag(sentences: [QuestionWords.split(text)], published: day)
                _ = tagger.tag(sentences: [QuestionWords.split(text)], published: nil)
                _ = tagger.period(text, asOf: day)
            }
        },
        FuzzTarget(name: "transcript") {
            { input in
                guard let transcript = try? Transcript(String(decoding: input, as: UTF8.self)) else { return }
                let run = TranscriptRun(transcript) { _ in ("one\ntwo\n", 1) }
                _ = run.updated
                for failure in run.failures { _ = run.difference(of: failure, file: "a") }
            }
        },
        FuzzTarget(name: "journal") {
            { input in
                let line = String(decoding: input, as: UTF8.self)
                _ = try? JournalLine(line)
                _ = try? CorrectionParser.parse(line)
            }
        },
    ]
}
