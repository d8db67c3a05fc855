/// The compiled dictionary file, read in place. `scripts/train/wordnet` writes it and documents its layout.
///
/// All unsafe reading of the mapped bytes is in this type: the tables are checked when the file is opened, records when they are read.
struct WordNetTable: Sendable {
    enum LinkKind: UInt32 { case exception = 0, derivation = 1, antonym = 2 }

    /// A meaning of a lemma: which set of synonyms, and how often the lemma has it in tagged text.
    struct Sense {
        var part: WordNet.Part
        /// 16 × log2(1 + occurrences).
        var countClass: Int
        var synset: Int
    }

    /// The file is damaged or of another version.
    struct Damaged: Error, CustomStringConvertible {
        let path: String
        var description: String { "\(path) is not a dictionary of this version; reinstall Dossier" }
    }

    private let file: ResourceFile
    private let lemmaCount: Int, synsetCount: Int, linkCount: Int
    private let lemmaIndex: Int, synsetIndex: Int, linkTable: Int

    /// - Throws: ``Damaged`` where the header doesn't fit the file.
    init(_ file: ResourceFile) throws {
        let bytes = file.bytes
        func number(_ position: Int) -> Int { Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self))) }
        guard bytes.count > 32, bytes.prefix(4).elementsEqual("DWN1".utf8) else { throw Damaged(path: file.path) }
        self.file = file
        lemmaCount = number(4)
        synsetCount = number(8)
        linkCount = number(12)
        lemmaIndex = number(16)
        synsetIndex = number(20)
        linkTable = number(24)
        guard number(28) == linkTable + 8 * linkCount, linkTable == synsetIndex + 4 * synsetCount,
            synsetIndex == lemmaIndex + 4 * lemmaCount, lemmaIndex == 32, number(28) <= bytes.count
        else {
            throw Damaged(path: file.path)
        }
    }

    /// The number of a lemma, by binary search. `word` is in lower case with single spaces.
    func lemma(_ word: some StringProtocol) -> Int? {
        var word = String(word)
        return word.withUTF8(lemma(bytes:))
    }

    /// The same for a word given as UTF-8.
    func lemma(bytes key: UnsafeBufferPointer<UInt8>) -> Int? {
        var low = 0, high = lemmaCount
        while low < high {
            let middle = (low + high) / 2
            let order = compare(key, toLemma: middle)
            if order == 0 { return middle }
            if order < 0 { high = middle } else { low = middle + 1 }
        }
        return nil
    }

    func text(ofLemma lemma: Int) -> String {
        let at = u32(lemmaIndex + 4 * lemma)
        guard at + 1 + u8(at) <= file.bytes.count else { return "" }
        return String(decoding: file.bytes[(at + 1)..<(at + 1 + u8(at))], as: UTF8.self)
    }

    /// The highest count class among the senses that the lemma has as a part; nil where it has none.
    func countClass(ofLemma lemma: Int, as part: WordNet.Part) -> Int? {
        let record = u32(lemmaIndex + 4 * lemma)
        let at = record + 1 + u8(record)
        var best: Int?
        for index in 0..<u8(at) {
            let packed = u32(at + 1 + 4 * index)
            guard packed >> 28 == Int(part.rawValue) else { continue }
            best = max(best ?? 0, packed >> 20 & 0xff)
        }
        return best
    }

    /// Most frequent first within a part; parts in the order noun, verb, adjective, adverb.
    func senses(ofLemma lemma: Int) -> [Sense] {
        let record = u32(lemmaIndex + 4 * lemma)
        let at = record + 1 + u8(record)
        return (0..<u8(at)).map { index in
            let packed = u32(at + 1 + 4 * index)
            return Sense(
                part: WordNet.Part(rawValue: UInt8(packed >> 28)) ?? .noun, countClass: packed >> 20 & 0xff,
                synset: packed & 0xfffff)
        }
    }

    func lexicographerFile(ofSynset synset: Int) -> Int { u8(u32(synsetIndex + 4 * synset)) }

    func hypernyms(ofSynset synset: Int) -> [Int] {
        let at = u32(synsetIndex + 4 * synset)
        return (0..<u8(at + 1)).map { u24(at + 3 + 3 * $0) }
    }

    /// The lemmas of a synset, the commonest first.
    func members(ofSynset synset: Int) -> [Int] {
        let at = u32(synsetIndex + 4 * synset)
        let first = at + 3 + 3 * u8(at + 1)
        return (0..<u8(at + 2)).map { u24(first + 3 * $0) }
    }

    func links(from lemma: Int, part: WordNet.Part, kind: LinkKind) -> [(lemma: Int, part: WordNet.Part)] {
        let source = lemma << 4 | Int(kind.rawValue) << 2 | Int(part.rawValue)
        var low = 0, high = linkCount
        while low < high {
            let middle = (low + high) / 2
            if u32(linkTable + 8 * middle) < source { low = middle + 1 } else { high = middle }
        }
        var result: [(lemma: Int, part: WordNet.Part)] = []
        while low < linkCount, u32(linkTable + 8 * low) == source {
            let target = u32(linkTable + 8 * low + 4)
            result.append((target >> 2, WordNet.Part(rawValue: UInt8(target & 3)) ?? .noun))
            low += 1
        }
        return result
    }

    private func compare(_ key: UnsafeBufferPointer<UInt8>, toLemma lemma: Int) -> Int {
        let at = u32(lemmaIndex + 4 * lemma)
        let length = max(0, min(u8(at), file.bytes.count - at - 1))
        for index in 0..<min(key.count, length) {
            let difference = Int(key[index]) - Int(file.bytes[at + 1 + index])
            if difference != 0 { return difference }
        }
        return key.count - length
    }

    /// The places that records name are only known to lie in the file when they are looked at: outside it all is zero.
    private func u8(_ position: Int) -> Int { position >= 0 && position < file.bytes.count ? Int(file.bytes[position]) : 0 }
    private func u24(_ position: Int) -> Int { u8(position) | u8(position + 1) << 8 | u8(position + 2) << 16 }
    private func u32(_ position: Int) -> Int {
        guard position >= 0, position + 4 <= file.bytes.count else { return 0 }
        return Int(UInt32(littleEndian: file.bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self)))
    }
}
