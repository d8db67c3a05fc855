import Facts
import Presentation

extension DotCommand {
    static let settingCommands: [DotCommand] = [
        DotCommand("mode", "[text|table|list|json|jsonl|csv|tsv|markdown]", "How answers are written.",
                   argument: .choice(OutputFormat.allCases.map(\.rawValue))) { session, words in
            guard let word = words.first else { return Outcome(output: "mode is \(session.settings.format.rawValue)\n") }
            guard let format = OutputFormat(rawValue: word) else {
                let modes = OutputFormat.allCases.map(\.rawValue)
                let cure = Spelling.nearest(to: word, in: modes).map { "did you mean \($0)?" } ?? "there are \(modes.joined(separator: ", "))"
                return .failure("No mode \(word); \(cure)")
            }
            session.settings.format = format
            return Outcome()
        },
        DotCommand("width", "[COLUMNS|auto]", "Columns of text output.") { session, words in
            switch words.first {
            case nil: return Outcome(output: "width is \(session.settings.width.map(String.init) ?? "auto")\n")
            case "auto":
                session.settings.width = nil
                session.hasFixedWidth = false
            case .some(let word):
                guard let columns = Int(word), (20...10_000).contains(columns) else { return .failure("Use: .width 20…10000, or .width auto") }
                session.settings.width = columns
                session.hasFixedWidth = true
            }
            return Outcome()
        },
        toggle("color", "Colours in text output.", \.colours),
        toggle("timer", "The time of each question, on standard error.", \.showsTimer),
        DotCommand("limit", "[N|off]", "Answers shown at most; the rest is counted.") { session, words in
            switch words.first {
            case nil: return Outcome(output: "limit is \(session.settings.limit.map(String.init) ?? "off")\n")
            case "off": session.settings.limit = nil
            case .some(let word):
                guard let limit = Int(word), limit > 0 else { return .failure("Use: .limit N, or .limit off") }
                session.settings.limit = limit
            }
            return Outcome()
        },
        DotCommand("set", "[NAME VALUE]", "Settings: as-of DATE|newest, publisher NAME|all.", argument: .choice(["as-of", "publisher"])) { session, words in
            guard let name = words.first else { return Outcome(output: session.settingsText) }
            let value = words.dropFirst().joined(separator: " ")
            switch name {
            case "as-of":
                guard value == "newest" || Day(iso: value) != nil else { return .failure("Use: .set as-of YYYY-MM-DD, or .set as-of newest") }
                session.settings.asOf = Day(iso: value)
            case "publisher":
                guard !value.isEmpty else { return .failure("Use: .set publisher NAME, or .set publisher all") }
                session.settings.publisher = value == "all" ? nil : value
            default:
                let near = Spelling.nearest(to: name, in: ["as-of", "publisher"])
                return .failure("No setting \(name); " + (near.map { "did you mean \($0)?" } ?? "there are as-of and publisher"))
            }
            session.applySettings()
            return Outcome()
        },
    ]

    private static func toggle(_ name: String, _ summary: String, _ path: WritableKeyPath<Settings, Bool> & Sendable) -> DotCommand {
        DotCommand(name, "[on|off]", summary, argument: .choice(["on", "off"])) { session, words in
            switch words.first {
            case nil: return Outcome(output: "\(name) is \(session.settings[keyPath: path] ? "on" : "off")\n")
            case "on": session.settings[keyPath: path] = true
            case "off": session.settings[keyPath: path] = false
            default: return .failure("Use: .\(name) on, or .\(name) off")
            }
            return Outcome()
        }
    }
}

extension Session {
    var settingsText: String {
        "as-of      \(settings.asOf.map(\.description) ?? "newest document")\npublisher  \(SafeText.escaped(settings.publisher ?? "all"))\n"
    }
}
