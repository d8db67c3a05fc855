import Lexicon
import Testing

struct WordNetTests {
    let words: WordNet

    init() throws { words = try WordNet.shared() }

    @Test func partsOfSpeech() {
        #expect(words.parts(of: "lead").contains([.noun, .verb]))
        #expect(words.parts(of: "river") == .noun)
        #expect(words.parts(of: "quickly") == .adverb)
        #expect(words.parts(of: "zzyzx").isEmpty)
        #expect(words.partsByFrequency(of: "say").first == .verb)
        #expect(words.partsByFrequency(of: "house").first == .noun)
    }

    @Test(arguments: [
        ("met", WordNet.Part.verb, "meet"), ("saw", .verb, "see"), ("flies", .verb, "fly"), ("countries", .noun, "country"),
        ("women", .noun, "woman"), ("largest", .adjective, "large"), ("announced", .verb, "announce"), ("planned", .verb, "plan"),
        ("running", .verb, "run"), ("better", .adjective, "good"), ("took", .verb, "take"),
    ])
    func baseForms(form: String, part: WordNet.Part, lemma: String) {
        #expect(words.lemmas(of: form, part).first == lemma)
    }

    @Test func synonymsOfCommonSensesOnly() {
        #expect(words.synonyms(of: "purchase", .verb).contains("buy"))
        #expect(words.synonyms(of: "begin", .verb).contains("start"))
        #expect(!words.synonyms(of: "river", .noun).contains("bank"))
    }

    @Test func classesAndKinds() {
        #expect(words.nounClass(of: "minister").contains(.person))
        #expect(words.nounClass(of: "army").contains(.group))
        #expect(words.nounClass(of: "battle").contains(.event))
        #expect(words.isKind("minister", of: "person"))
        #expect(words.isKind("frigate", of: "ship"))
        #expect(words.isKind("assassinate", of: "kill", .verb))
        #expect(!words.isKind("river", of: "person"))
    }

    @Test func derivationsGoBothWays() {
        #expect(words.derived(from: "occupy", .verb).contains { $0.lemma == "occupation" && $0.part == .noun })
        #expect(words.derived(from: "occupation", .noun).contains { $0.lemma == "occupy" && $0.part == .verb })
        #expect(words.derived(from: "command", .verb).contains { $0.lemma == "commander" })
        #expect(words.derived(from: "long", .adjective).contains { $0.lemma == "length" })
        #expect(words.antonyms(of: "large", .adjective) == ["small"])
    }

    @Test func damagedFileIsRefused() {
        #expect(throws: (any Error).self) { try WordNet(file: ResourceFile(path: #filePath)) }
    }
}
