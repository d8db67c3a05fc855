#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import Console

/// `dossier ask WORD…` without options, which is how most questions from a shell come. It is answered without making the parser of all
/// commands and options: that takes 2 ms, a quarter of a cold question.
struct PlainQuestion {
    private let words: [String]

    /// Nil where there is something for the parser to decide.
    init?(_ arguments: [String]) {
        guard arguments.count > 2, arguments[1] == "ask", !arguments.contains(where: { $0.utf8.first == UInt8(ascii: "-") }) else { return nil }
        words = Array(arguments[2...])
    }

    /// As `Ask` does. The process ends with the session alive: what it holds need not be given back piece by piece.
    func answerAndExit() -> Never {
        do {
            let session = try StoreLocation.session(nil, settings: Settings(colours: .auto))
            withExtendedLifetime(session) { exit(Ask.answer(words, by: session)) }
        } catch {
            exit(ExitStatus.report(error))
        }
    }
}
