@testable import Answering
@testable import FactStore
import Facts
import Foundation
@testable import Lexicon
@testable import Linguistics

extension FuzzTarget {
    /// Binary files that are opened where they lie. An input is a list of ``Edits``, or begins with the file's own mark and is the file.
    static let files = [
        FuzzTarget(name: "weights") {
            let base = bytes(of: "Linguistics", "english.weights")
            let file = ScratchFile("weights")
            return { input in
                var bytes = input.starts(with: "DOSSIERL".utf8) ? input : Edits(input).applied(to: base)
                file.write(sealed(&bytes))
                guard let resource = try? ResourceFile(path: file.path), let model = try? LanguageModel(weights: resource) else { return }
                _ = model.analyse("Erik Lund, 54, joined Norsk Hydro in May. It was late.")
            }
        },
        FuzzTarget(name: "vectors") {
            let base = bytes(of: "Lexicon", "word-vectors.bin")
            let file = ScratchFile("vectors")
            return { input in
                file.write(input.starts(with: "DSRVEC02".utf8) ? input : Edits(input).applied(to: base))
                guard let resource = try? ResourceFile(path: file.path), let vectors = try? WordVectors(file: resource) else { return }
                let rows = ["ship", "vessel", "a", "zzz"].compactMap(vectors.row)
                for row in rows { _ = vectors.similarity(row, rows[0]) }
                if input.count < 20, let row = rows.first { _ = vectors.neighbours(of: row) }
            }
        },
        FuzzTarget(name: "wordnet") {
            let base = bytes(of: "Lexicon", "wordnet.bin")
            let file = ScratchFile("wordnet")
            return { input in
                file.write(input.starts(with: "DWN1".utf8) ? input : Edits(input).applied(to: base))
                guard let resource = try? ResourceFile(path: file.path), let net = try? WordNet(file: resource) else { return }
                for word in ["ship", "run", "quickly", "better", "zzz"] {
                    _ = net.partsByFrequency(of: word)
                    for sense in net.senses(of: word) {
                        for member in net.table.members(ofSynset: sense.synset) { _ = net.table.text(ofLemma: member) }
                        _ = net.table.hypernyms(ofSynset: sense.synset).map(net.table.lexicographerFile)
                    }
                }
            }
        },
        FuzzTarget(name: "store") {
            let base = storeBytes()
            let file = ScratchFile("store")
            return { input in
                file.write(input.starts(with: "SQLite format 3".utf8) ? input : Edits(input).applied(to: base))
                _ = try? StoreCheck.run(path: file.path)
                guard let store = try? FactStore(path: file.path) else { return }
                _ = try? store.documents()
                _ = try? store.entities()
                _ = try? store.facts()
                _ = try? store.search("fleet")
                let answerer = Answerer(store: store, asOf: nil)
                for question in ["who commands the fleet?", "what does Mara Vell command?", "how many ships are there?"] {
                    _ = answerer.answer(question)
                }
            }
        },
    ]

    private static func bytes(of target: String, _ name: String) -> [UInt8] {
        let file = try! ResourceFile(target: target, name: name)
        return withExtendedLifetime(file) { [UInt8](file.bytes) }
    }

    /// With the size and the checksum that a weights file of these bytes has: what they keep out is only accident.
    private static func sealed(_ bytes: inout [UInt8]) -> [UInt8] {
        guard bytes.count >= 64 else { return bytes }
        withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { bytes.replaceSubrange(16..<24, with: $0) }
        let sum = bytes.withUnsafeBytes { ModelFile.checksum($0, from: 64) }
        withUnsafeBytes(of: sum.littleEndian) { bytes.replaceSubrange(24..<32, with: $0) }
        return bytes
    }

    /// A small store of tables with quotations.
    private static func storeBytes() -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dossier-fuzz-\(getpid())")
        try! FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let table = folder.appendingPathComponent("fleet.tsv").path
        try! """
            subject\trelation\tobject\ttime\tarticle\tquote
            Mara Vell\tcommands\tthe fleet\t2019..2023\tA\tMara Vell commands the fleet since 2019.
            fleet\thas\tCormorant\t2020\tA\tThe Cormorant belongs to the fleet.
            Cormorant\tdisplacement\t420\t\t\t
            """.write(toFile: table, atomically: true, encoding: .utf8)
        let path = folder.appendingPathComponent("fleet.dossier").path
        _ = try! TableImport(into: path).run(paths: [table])
        return [UInt8](FileManager.default.contents(atPath: path)!)
    }
}
