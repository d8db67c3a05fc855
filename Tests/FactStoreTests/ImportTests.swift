import Facts
import Foundation
import Testing
@testable import FactStore

private func worlds(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Worlds/chat80/\(name)").path
}

@Suite struct ImportTests {
    let folder: Folder
    let store: String

    init() throws {
        folder = try Folder()
        store = folder.path("world.dossier")
    }

    private func rows(_ relation: String, of subject: String, in store: FactStore) throws -> [WorldRow] {
        let entity = try #require(try store.entities(named: FoldedName(subject)).first)
        return try store.rows(of: relation, subject: entity.id)
    }

    @Test func aClassicWorldComesInWhole() throws {
        let tables = ["facts.tsv", "flows.tsv", "types.tsv", "lexicon.tsv"].map(worlds)
        let summary = try TableImport(into: store).run(paths: tables)
        #expect(summary.facts + summary.repeated == 2367 + 88)
        let world = try FactStore(path: store)
        #expect(try world.worldOutline().relations.map(\.name) == [
            "area", "borders", "capital", "currency", "drains into", "flow", "flows through", "in", "latitude", "longitude",
            "population", "rises in",
        ])
        let area = try #require(try rows("area", of: "afghanistan", in: world).first)
        #expect(area.object == .number(Quantity(value: 254, unit: "ksqmiles")))
        let capital = try #require(try rows("capital", of: "Upper Volta", in: world).first)
        guard case .entity(_, "Ouagadougou") = capital.object else {
            Issue.record("\(String(describing: capital.object))")
            return
        }
        let flow = try rows("flow", of: "Danube", in: world)
        #expect(flow.count == 6)
        #expect(flow.allSatisfy { $0.object == nil && $0.value(.source) != nil && $0.value(.destination) != nil })
        #expect(try world.worldOutline().types.contains { $0.name == "river" && $0.members == 41 })
        #expect(try world.lexicon().first == LexiconRow(word: "area", part: "noun", mapsTo: "area", note: "attribute with unit"))
    }

    @Test func progressIsToldAndCanEndAnImport() throws {
        let rows = (0..<25_000).map { "a\($0)\tis near\tb\($0)\n" }.joined()
        let file = try folder.write("facts.tsv", "subject\trelation\tobject\n" + rows)
        var told: [TableImport.Progress] = []
        _ = try TableImport(into: store).run(paths: [file]) { told.append($0) }
        #expect(told.map(\.isIndexing) == [false, false, true])
        #expect(told.map(\.facts).last == 25_000 && told.allSatisfy { $0.bytes <= $0.totalBytes })
        #expect(told.map(\.bytes) == told.map(\.bytes).sorted())
        #expect(throws: StoreError.cancelled) {
            try TableImport(into: store, fresh: true).run(paths: [file]) { _ throws(StoreError) in throw .cancelled }
        }
        #expect(try FactStore(path: store).worldOutline().relations.map(\.facts) == [25_000])
    }

    @Test func importingAgainReplacesAFilesRows() throws {
        let facts = try folder.write("facts.tsv", "subject\trelation\tobject\nOvra\tborders\tSarn\nSarn\tborders\tOvra\n")
        _ = try TableImport(into: store).run(paths: [facts])
        try folder.write("facts.tsv", "subject\trelation\tobject\nOvra\tborders\tTeld\n")
        let more = try folder.write("more.tsv", "subject\trelation\tobject\nTeld\tborders\tOvra\n")
        _ = try TableImport(into: store).run(paths: [facts])
        _ = try TableImport(into: store).run(paths: [more])
        let world = try FactStore(path: store)
        #expect(try world.rows(of: "borders").map(\.subjectName) == ["Ovra", "Teld"])
        #expect(try world.entities(named: FoldedName("Sarn")).isEmpty)
        #expect(try folder.names() == ["facts.tsv", "more.tsv", "world.dossier"])
    }

    @Test func numbersTimesRolesAndQuotes() throws {
        let facts = try folder.write("facts.tsv", """
            subject\trelation\tobject\tunit\ttime\tplace\tsource\tdestination\tmodality\tarticle\tquote
            Ovra\tpopulation\t1,204,000\tpeople\t2019-07\t\t\t\t\tOvra Post\tOvra has 1.2 million people.
            Mira Tann\tmayor\tOvra\t\t2015..2019
            ferry\truns\t\t\t\tLake Ume\tOvra\tSarn\tplanned

            """)
        _ = try TableImport(into: store).run(paths: [facts])
        let world = try FactStore(path: store)
        let population = try #require(try world.facts(FactFilter(relations: ["population"])).first)
        #expect(population.first(.quantity)?.quantity == Quantity(value: 1_204_000, unit: "people"))
        #expect(population.time?.start == .day(Day(iso: "2019-07-01")!) && population.time?.end == .day(Day(iso: "2019-08-01")!))
        #expect(population.evidence.quote == "Ovra has 1.2 million people." && population.evidence.document == "Ovra Post")
        let during = Day(iso: "2017-03-01")!
        let then = during..<during.advanced(by: 1)
        #expect(try world.facts(FactFilter(time: then)).map(\.predicate) == ["mayor"])
        #expect(try world.facts(FactFilter(relations: ["mayor", "runs"], time: then)).count == 1)
        #expect(try world.facts(FactFilter(relations: ["population"], time: then)).isEmpty)
        let mira = try world.entities(named: FoldedName("Mira Tann")).map(\.id)
        #expect(try world.facts(FactFilter(participants: [.init(entities: mira)], time: then)).count == 1)
        let later = during.advanced(by: 3000)..<during.advanced(by: 3001)
        #expect(try world.facts(FactFilter(participants: [.init(entities: mira)], time: later)).isEmpty)
        let ferry = try #require(try world.rows(of: "runs").first)
        #expect(ferry.modality == .planned && ferry.roles.map(\.role) == [.place, .source, .destination])
        #expect(try world.facts(FactFilter(relations: ["runs"])).first?.text == "ferry runs in Lake Ume from Ovra to Sarn")
    }

    @Test func anEntityIsShownByItsNameAndFoundByAll() throws {
        let files = [
            try folder.write("f.tsv", "subject\trelation\tobject\nmount_ovra\theight\t2011\n1984\tkind\tbook\n"),
            try folder.write("n.tsv", "entity\tname\nmount_ovra\tMount Ovra\nmount_ovra\tOld Tooth\n1984\tNineteen Eighty-Four\n"),
        ]
        _ = try TableImport(into: store).run(paths: files)
        let world = try FactStore(path: store)
        #expect(try world.rows(of: "height").map(\.subjectName) == ["Mount Ovra"])
        #expect(try world.entities(named: FoldedName("old tooth")).map(\.name) == ["Mount Ovra"])
        #expect(try world.rows(of: "kind").map(\.subjectName) == ["Nineteen Eighty-Four"])
    }

    @Test(arguments: [
        ("a\tb\n", "f.tsv:1: no table of facts"),
        ("", "f.tsv: empty file"),
        ("subject\trelation\tobject\tcolour\n", "f.tsv:1: unknown column “colour”"),
        ("subject\trelation\tobject\nOvra\tborders\n\tborders\tSarn\n", "f.tsv:3: no subject"),
        ("subject\trelation\tobject\nOvra\tborders\tSarn\tx\n", "f.tsv:2: 4 fields where the header has 3 columns"),
        ("subject\trelation\ttime\nOvra\truns\tsoon\n", "f.tsv:2: “soon” is no time"),
        ("subject\trelation\tmodality\nOvra\truns\tmaybe\n", "f.tsv:2: “maybe” is no modality"),
    ])
    func aBadRowIsNamedAndTheStoreStaysAsItWas(text: String, message: String) throws {
        let good = try folder.write("good.tsv", "subject\trelation\tobject\nOvra\tborders\tSarn\n")
        _ = try TableImport(into: store).run(paths: [good])
        let before = try Data(contentsOf: URL(fileURLWithPath: store))
        let file = try folder.write("f.tsv", text)
        let error = #expect(throws: StoreError.self) { try TableImport(into: store).run(paths: [good, file]) }
        #expect(error?.description.contains(message) == true, "\(error.map(\.description) ?? "")")
        #expect(try Data(contentsOf: URL(fileURLWithPath: store)) == before)
        #expect(try folder.names() == ["f.tsv", "good.tsv", "world.dossier"])
    }
}

@Suite struct AnnotationImportTests {
    let folder: Folder
    let store: String

    init() throws {
        folder = try Folder()
        store = folder.path("news.dossier")
    }

    private let fact = """
        {"id": "f1", "predicate": "fear", "relation": null, "text": "Teld fears Ovra", "arguments": [{"role": "agent", "text": "Teld",
        "entity": "e1", "type": "place", "start": 40, "end": 44, "preposition": null, "head": "Teld"}],
        "time": {"start": "2024-07-28", "end": "open", "precision": "day", "text": "since Sunday"}, "modality": "expected",
        "polarity": "negative", "attribution": {"source": "the mayor", "cue": "said", "start": 60, "end": 69},
        "confidence": 0.5, "rule": "verb", "evidence": {"document": "x.txt", "sentence": 3, "start": 40, "end": 60,
        "quote": "Teld fears Ovra, the mayor said."}}
        """.replacing("\n", with: " ")

    @Test func aFactOfAnUnknownArticleBringsItsSentence() throws {
        let summary = try TableImport(into: store).run(paths: [folder.write("f.jsonl", "\(fact)\n\n\(fact)\n")])
        #expect(summary.facts == 1 && summary.repeated == 1)
        let read = try #require(try FactStore(path: store).facts().first)
        #expect(read.id == "f1" && read.modality == .expected && read.polarity == .negative && read.confidence == 0.5)
        #expect(read.time?.start == .day(Day(iso: "2024-07-28")!) && read.time?.end == .open)
        #expect(read.evidence.quote == "Teld fears Ovra, the mayor said." && read.evidence.document == "x.txt")
        #expect(read.arguments.first?.span == Span(0, 4) && read.attribution?.span == Span(17, 26))
        #expect(try StoreCheck.run(path: store).problems.isEmpty)
    }

    @Test func annotatedDocumentsComeWhole() throws {
        let moved = [
            ("\"start\": 40, \"end\": 60", "\"start\": 0, \"end\": 15"), ("\"sentence\": 3", "\"sentence\": 0"),
            ("\"start\": 40, \"end\": 44", "\"start\": 0, \"end\": 4"), ("\"start\": 60, \"end\": 69", "\"start\": 5, \"end\": 9"),
        ].reduce(fact) { $0.replacing($1.0, with: $1.1) }
        let document = """
            {"document": "x.txt", "published": "2024-07-27", "text": "Teld fears Ovra.", "sentences": [{"start": 0, "end": 16}],
            "entities": [{"start": 0, "end": 4, "type": "place", "text": "Teld", "entity": "e1"}], "facts": [\(moved)]}
            """.replacing("\n", with: " ")
        _ = try TableImport(into: store).run(paths: [folder.write("f.jsonl", document)])
        let world = try FactStore(path: store)
        #expect(try world.document("x.txt")?.published == Day(iso: "2024-07-27"))
        #expect(try world.entities(named: FoldedName("TELD")).map(\.id) == [EntityID("e1")])
        #expect(try world.facts().first?.evidence.quote == "Teld fears Ovra.")
        #expect(try StoreCheck.run(path: store).problems.isEmpty)
    }

    @Test func otherLinesAreNamed() throws {
        let file = try folder.write("f.jsonl", "\(fact)\n{\"a\": 1}\n")
        let error = #expect(throws: StoreError.self) { try TableImport(into: store).run(paths: [file]) }
        #expect(error?.description.contains("f.jsonl:2: no fact") == true)
        #expect(!FileManager.default.fileExists(atPath: store))
    }
}
