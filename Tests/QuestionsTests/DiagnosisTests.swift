import Facts
import Questions
import Testing

/// Names and words of an invented store.
struct IslandVocabulary: Vocabulary {
    private let known = ["bay of plenty", "saint olaf", "olaf", "grand harbour"]

    func longestName(_ words: ArraySlice<String>) -> Int {
        known.map { $0.split(separator: " ").map(String.init) }.filter { words.starts(with: $0) }.map(\.count).max() ?? 0
    }

    func uses(ofWord lemma: String) -> WordUse {
        switch lemma {
        case "island", "lighthouse": .type
        case "keeper": .attribute
        case "guard": .verb
        default: []
        }
    }

    func names(startingWith prefix: String, limit: Int) -> [String] {
        ["Bay of Plenty", "Grand Harbour", "Saint Olaf"].filter { $0.lowercased().hasPrefix(prefix.lowercased()) }
    }

    func words(startingWith prefix: String, limit: Int) -> [(word: String, use: WordUse)] {
        [("guard", .verb), ("island", .type), ("keeper", .attribute), ("lighthouse", .type)].filter {
            $0.0.hasPrefix(prefix.lowercased())
        }
    }
}

struct DiagnosisTests {
    let grammar: EnglishGrammar

    init() throws { grammar = try EnglishGrammar(vocabulary: IslandVocabulary()) }

    @Test(arguments: [
        ("whta is the capital of Norland", Span(0, 4), "what is the capital of Norland"),
        ("who si the keeper", Span(4, 6), "who is the keeper"),
        ("hwo commands the fleet", Span(0, 3), "who commands the fleet"),
    ])
    func misspelledWordsAreCorrected(line: String, span: Span, suggestion: String) throws {
        let diagnostic = try #require(grammar.parse(line).diagnostics.first)
        #expect(diagnostic.span == span)
        #expect(diagnostic.suggestions.contains(suggestion))
        #expect(diagnostic.suggestions.allSatisfy { !grammar.parse($0).trees.isEmpty })
    }

    @Test func thePlaceIsWhereTheReadingStops() throws {
        let diagnostic = try #require(grammar.parse("who commands the the fleet").diagnostics.first)
        #expect(diagnostic.span == Span(13, 16))
        #expect(diagnostic.suggestions.contains("who commands the fleet"))
    }

    @Test(arguments: ["", "   ", "???", "((((", "the the of", "\u{0}\u{1}"])
    func whatIsNoQuestionGetsExamples(line: String) throws {
        let parse = grammar.parse(line)
        #expect(parse.trees.isEmpty)
        #expect(!(try #require(parse.diagnostics.first)).suggestions.isEmpty)
    }

    @Test func endlessLinesAreRefusedAtOnce() throws {
        for line in [
            String(repeating: "who is the king of ", count: 6_000), String(repeating: "x", count: 100_000),
            String(repeating: "\"", count: 100_000), String(repeating: "’s ", count: 33_000),
        ] {
            let parse = grammar.parse(line)
            #expect(parse.trees.isEmpty)
            #expect(try #require(parse.diagnostics.first).span.start == EnglishGrammar.longestLine)
        }
    }

    @Test(.timeLimit(.minutes(2))) func longQuestionsOfManyClausesStayBounded() {
        let chain = "which company owns a ship " + String(repeating: "that was built by a man who met a woman ", count: 12) + "in Norland"
        let places = "who lived " + String(repeating: "in the village near the harbour ", count: 20)
        let list = "who met " + (0..<60).map { "Person\($0)" }.joined(separator: ", ") + " and Ada"
        for line in [chain, places, list] {
            let parse = grammar.parse(line)
            #expect(!parse.trees.isEmpty || !parse.diagnostics.isEmpty, "\(line.prefix(60))")
        }
    }

    @Test func namesOfTheStoreStayWhole() {
        #expect(
            grammar.parse("who guards the lighthouse of bay of plenty").trees.first?.description
                == "(wh (guard subj: ?who obj: [the lighthouse (of bay of plenty)]))")
        #expect(
            grammar.parse("is saint olaf grand harbour's keeper").trees.first?.description
                == "(yesNo (be subj: saint olaf comp: [grand harbour's keeper]))")
    }
}
