import Facts

/// Cuts the words of a sentence into cells: "1966-1976" into number, dash, number; "5pm" into number and half of the day.
struct CellReader {
    private let lexicon = TimeLexicon.english
    private(set) var cells: [Cell] = []

    /// Replaces `cells` by those of a sentence.
    mutating func read(_ words: [Word]) {
        cells.removeAll(keepingCapacity: true)
        for index in words.indices {
            var form = words[index].form
            let start = words[index].span.start, word = index
            form.withUTF8 { bytes in
                cut(bytes, word: word, start: start, scalars: words[word].span.length)
            }
        }
    }

    private mutating func cut(_ bytes: UnsafeBufferPointer<UInt8>, word: Int, start: Int, scalars: Int) {
        let capital = bytes.first.map { (65...90).contains($0) } ?? false
        let traits: Cell.Traits = capital ? .capital : []
        guard !bytes.isEmpty, bytes.count <= 24 else {
            append(.other, 0, traits, word, start, start + scalars)
            return
        }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { buffer in
            var plain = true
            for (index, byte) in bytes.enumerated() {
                buffer[index] = (65...90).contains(byte) ? byte | 32 : byte
                plain = plain && ((97...122).contains(buffer[index]) || byte >= 0x80)
            }
            let lower = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer)[..<bytes.count])
            if let entry = entry(lower) {
                append(entry.kind, entry.value, entry.traits.union(traits), word, start, start + scalars)
            } else if plain && bytes[0] < 0x80 {
                append(.other, 0, traits, word, start, start + scalars)
            } else {
                cutRuns(lower, capitals: bytes, traits: traits, word: word, start: start, scalars: scalars)
            }
        }
    }

    /// Looks a word up, without its dot where it is an abbreviation.
    private func entry(_ lower: UnsafeBufferPointer<UInt8>) -> TimeLexicon.Entry? {
        if let entry = lexicon.entry(lower) { return entry }
        guard lower.count > 2, lower[lower.count - 1] == UInt8(ascii: "."),
            let entry = lexicon.entry(UnsafeBufferPointer(rebasing: lower.dropLast())), entry.traits.contains(.short)
        else { return nil }
        return entry
    }

    private mutating func cutRuns(
        _ lower: UnsafeBufferPointer<UInt8>, capitals: UnsafeBufferPointer<UInt8>, traits: Cell.Traits,
        word: Int, start: Int, scalars: Int
    ) {
        var index = 0, offset = start
        let firstCell = cells.count
        while index < lower.count {
            let run = Run(lower, from: index)
            var cellTraits: Cell.Traits = run.traits
            if (65...90).contains(capitals[index]) { cellTraits.insert(.capital) }
            let piece = UnsafeBufferPointer(rebasing: lower[index..<run.end])
            let end = offset + run.scalars
            if run.kind == .other, let entry = entry(piece) {
                append(entry.kind, entry.value, entry.traits.union(cellTraits), word, offset, end)
            } else {
                append(run.kind, run.value, cellTraits, word, offset, end)
            }
            index = run.end
            offset = end
        }
        // A word whose form isn't the text it stands for keeps its own span.
        if offset != start + scalars, firstCell < cells.count {
            for cell in firstCell..<cells.count {
                cells[cell].start = Int32(start)
                cells[cell].end = Int32(start + scalars)
            }
        }
    }

    private mutating func append(_ kind: Cell.Kind, _ value: Int32, _ traits: Cell.Traits, _ word: Int, _ start: Int, _ end: Int) {
        var traits = traits
        if let previous = cells.last, previous.end == Int32(truncatingIfNeeded: start) { traits.insert(.glued) }
        cells.append(
            Cell(
                kind: kind, value: value, traits: traits, word: Int32(truncatingIfNeeded: word),
                start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end)))
    }
}

/// A run of figures, letters or one sign at a place of a word, with what it is by its shape.
private struct Run {
    var kind: Cell.Kind = .other
    var value: Int32 = 0
    var traits: Cell.Traits = []
    var end: Int
    var scalars: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        let first = bytes[start]
        if Run.isFigure(first) {
            (end, scalars) = (start, 0)
            readNumber(bytes, from: start)
        } else if Run.isLetter(first) {
            let stop = Run.end(of: Run.isLetter, in: bytes, from: start)
            (end, scalars) = (stop, stop - start)
            readLetters(bytes, from: start)
        } else {
            var stop = start + 1
            while stop < bytes.count, bytes[stop] & 0xC0 == 0x80 { stop += 1 }
            (end, scalars) = (stop, 1)
            if first == UInt8(ascii: "-"), stop < bytes.count, bytes[stop] == first { (end, scalars) = (stop + 1, 2) }
        }
    }

    private mutating func readLetters(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        guard end < bytes.count else { return }
        if bytes[end] == UInt8(ascii: "."), end - start == 1, end + 1 < bytes.count, Run.isLetter(bytes[end + 1]) {
            // "p.m." and "B.C." belong together.
            var stop = end
            while stop < bytes.count, Run.isLetter(bytes[stop]) || bytes[stop] == UInt8(ascii: ".") { stop += 1 }
            (end, scalars) = (stop, stop - start)
            return
        }
        guard Run.isFigure(bytes[end]) else { return }
        let figures = Run.end(of: Run.isFigure, in: bytes, from: end)
        let stop = Run.end(of: Run.isAlphanumeric, in: bytes, from: figures)
        let number = Run.number(bytes, end..<figures)
        let letters = end - start
        kind = .code
        if stop == figures, let number {
            switch bytes[start] {
            case UInt8(ascii: "q") where letters == 1 && (1...4).contains(number): kind = .quarterName
            case UInt8(ascii: "h") where letters == 1 && (1...2).contains(number): kind = .halfName
            case UInt8(ascii: "f") where letters == 2 && bytes[start + 1] == UInt8(ascii: "y"): kind = .fiscalName
            default: break
            }
            value = number
        }
        (end, scalars) = (stop, stop - start)
    }

    private mutating func readNumber(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        var figures = Run.end(of: Run.isFigure, in: bytes, from: start)
        var digits = figures - start
        var total = Run.number(bytes, start..<figures)
        var grouped = false
        while digits <= 3 || grouped, figures + 3 < bytes.count, bytes[figures] == UInt8(ascii: ","),
            Run.end(of: Run.isFigure, in: bytes, from: figures + 1) == figures + 4
        {
            total = total.flatMap { high in Run.number(bytes, figures + 1..<figures + 4).map { high &* 1000 &+ $0 } }
            (figures, grouped) = (figures + 4, true)
            digits += 3
            if digits > 9 { total = nil }
        }
        if figures + 1 < bytes.count, bytes[figures] == UInt8(ascii: "."), Run.isFigure(bytes[figures + 1]),
            !isDottedDate(bytes, from: start),
            !(start >= 2 && bytes[start - 1] == UInt8(ascii: ".") && Run.isFigure(bytes[start - 2]))
        {
            let stop = Run.end(of: Run.isFigure, in: bytes, from: figures + 1)
            let tenths = stop == figures + 2 ? total.flatMap { $0 < 10_000 ? $0 * 10 + Int32(bytes[stop - 1] - 48) : nil } : nil
            (kind, value) = tenths.map { (.decimal, $0) } ?? (.code, 0)
            (end, scalars) = (stop, stop - start)
            return
        }
        let letters = Run.end(of: Run.isLetter, in: bytes, from: figures)
        let suffix = UnsafeBufferPointer(rebasing: bytes[figures..<letters])
        traits = [.digits]
        if digits == 2 { traits.insert(.twoFigures) }
        if digits == 4 && !grouped { traits.insert(.fourFigures) }
        (kind, value) = total.map { (.number, $0) } ?? (.code, 0)
        (end, scalars) = (figures, figures - start)
        guard !suffix.isEmpty, let total else { return }
        let text = String(decoding: suffix, as: UTF8.self)
        switch text {
        case "q" where (1...4).contains(total): kind = .quarterName
        case "s" where (digits == 4 || digits == 2) && total % 10 == 0: kind = .decadeName
        case "st", "nd", "rd", "th": kind = .ordinal
        case "am", "pm", "a", "p", "z", "bc", "bce", "ad", "ce": return
        default: kind = .code
        }
        (end, scalars) = (letters, letters - start)
    }

    /// "9.6.2021", where what looks like a decimal is day and month.
    private func isDottedDate(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        var index = start, lengths: [Int] = []
        while index < bytes.count {
            let stop = Run.end(of: Run.isFigure, in: bytes, from: index)
            lengths.append(stop - index)
            guard stop < bytes.count, bytes[stop] == UInt8(ascii: ".") else { break }
            index = stop + 1
        }
        return lengths.count == 3 && lengths[0] <= 2 && lengths[1] <= 2 && lengths[2] == 4
    }

    private static func isFigure(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) }
    private static func isAlphanumeric(_ byte: UInt8) -> Bool { isFigure(byte) || isLetter(byte) }

    private static func end(of belongs: (UInt8) -> Bool, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while index < bytes.count, belongs(bytes[index]) { index += 1 }
        return index
    }

    /// Nil beyond nine figures.
    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int32? {
        guard range.count <= 9 else { return nil }
        return range.reduce(into: Int32(0)) { $0 = $0 * 10 + Int32(bytes[$1] - 48) }
    }
}
