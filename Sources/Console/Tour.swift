import Facts
import Presentation

/// The tour of everything on the seed articles: a script that is installed with the program.
enum Tour {
    /// Nil where it is not installed.
    static var path: String? {
        guard let program = Program.folder else { return nil }
        return ["\(program)/../share/dossier/tour.dossier", "\(program)/../../../scripts/queries/tour.dossier"].lazy.compactMap(StandardStreams.resolved).first
    }

    /// How to take it, and what it asks.
    static var help: Outcome {
        guard let path, let bytes = StandardStreams.contents(of: path) else { return .failure("The tour is not installed") }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .drop { $0.hasPrefix("#") || $0.isEmpty }
        return Outcome(output: """
            A tour of two minutes. `.read \(path)` runs it; or type its lines one by one, on the seed articles (`dossier` without a store).

            \(lines.map { $0.isEmpty || $0.hasPrefix("#") ? SafeText.escaped(String($0)) : "    " + SafeText.escaped(String($0)) }.joined(separator: "\n"))
            """)
    }
}
