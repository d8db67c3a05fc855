import CEditline
import Facts
import Foundation

extension LineEditor {
    /// A key sequence that nobody types: it is pushed to make libedit end the line, which a key function cannot do itself.
    private static let endOfLineKey = "^X^]"

    func bindKeys() {
        // libedit's edit mode swaps CR and NL; take the bytes as they come.
        cel_set_terminal(editor, "-d", "-inlcr")
        cel_set_terminal(editor, "-d", "-icrnl")
        bind([Self.endOfLineKey], to: "ed-newline")
        bind(["^R"], to: "em-inc-search-prev")
        bind(["\\e[A", "\\eOA"], to: "ed-search-prev-history")
        bind(["\\e[B", "\\eOB"], to: "ed-search-next-history")
        bind(["\\e[1;5D", "\\e[1;3D", "\\eb"], to: "ed-prev-word")
        bind(["\\e[1;5C", "\\e[1;3C", "\\ef"], to: "em-next-word")
        bind(["\\e[H", "\\e[1~", "\\eOH"], to: "ed-move-to-beg")
        bind(["\\e[3~"], to: "ed-delete-next-char")
        function("dossier-complete", keys: ["^I"]) { editor, _ in LineEditor.of(editor).completeWord() }
        function("dossier-enter", keys: ["^M", "^J"]) { editor, _ in LineEditor.of(editor).enter() }
        function("dossier-newline", keys: ["\\e^M", "\\e^J"]) { editor, _ in LineEditor.of(editor).insertNewline() }
        function("dossier-forward", keys: ["\\e[C", "\\eOC", "^F"]) { editor, _ in LineEditor.of(editor).acceptSuggestion(orMoveBy: 1) }
        function("dossier-end", keys: ["\\e[F", "\\eOF", "\\e[4~", "^E"]) { editor, _ in
            LineEditor.of(editor).acceptSuggestion(orMoveBy: .max)
        }
        function("dossier-paste", keys: ["\\e[200~"]) { editor, _ in LineEditor.of(editor).paste() }
    }

    /// In vi mode Esc is a command of its own and must not begin a sequence.
    private func bind(_ keys: [String], to function: String) {
        for key in keys where !(isVi && key.hasPrefix("\\e")) { cel_bind(editor, key, function) }
    }

    private func function(_ name: String, keys: [String], _ body: @escaping cel_key_function) {
        cel_add_key_function(editor, name, name, body)
        bind(keys, to: name)
    }

    private func insertNewline() -> UInt8 {
        insert("\n" + continuation)
        return UInt8(CC_REFRESH)
    }

    private func enter() -> UInt8 {
        let (text, cursor) = buffer
        if isCancelled || isTerminated || text.isEmpty || isComplete(String(scalars: text)) {
            let key: [wchar_t] = [0x18, 0x1D, 0]
            el_wpush(editor, key)
            return UInt8(CC_NORM)
        }
        _ = el_cursor(editor, Int32(text.count - cursor))
        return insertNewline()
    }

    private func acceptSuggestion(orMoveBy distance: Int32) -> UInt8 {
        let (text, cursor) = buffer
        if cursor == text.count, let suggestion = suggest(String(scalars: text)), !suggestion.isEmpty {
            insert(suggestion)
            return UInt8(CC_REFRESH)
        }
        _ = el_cursor(editor, min(distance, Int32(text.count - cursor)))
        return UInt8(CC_CURSOR)
    }

    private func completeWord() -> UInt8 {
        let (text, cursor) = buffer
        let (start, candidates) = complete(String(scalars: text[..<cursor]))
        guard let first = candidates.first else { return UInt8(CC_ERROR) }
        var common = Array(first.text.unicodeScalars)
        for candidate in candidates.dropFirst() {
            common = zip(common, candidate.text.unicodeScalars).prefix { $0 == $1 }.map(\.0)
        }
        if candidates.count == 1 { common.append(" ") }
        if common.count > cursor - start || candidates.count == 1 {
            el_deletestr(editor, Int32(cursor - start))
            insert(String(scalars: common))
            return UInt8(CC_REFRESH)
        }
        list(candidates, below: text, cursor: cursor)
        return UInt8(CC_NORM)
    }

    /// Prints the candidates below the input, then lets libedit draw prompt and input anew under them.
    private func list(_ candidates: [(text: String, note: String)], below text: [Unicode.Scalar], cursor: Int) {
        if let place = geometry(text, cursor: cursor) {
            write(ControlSequence.clearToEndOfScreen + ControlSequence.down(place.end.row - place.cursor.row))
        }
        let width = max(20, screen.columns)
        write("\r\n" + CandidateList(candidates).lines(width: width, colours: colours).joined(separator: "\r\n") + "\r\n")
        shown.doubt()
        cel_refresh(editor)
    }

    private func paste() -> UInt8 {
        isPasting = true
        defer { isPasting = false }
        var scalars: [Unicode.Scalar] = []
        while scalars.count < PastedText.longest, !PastedText.isFinished(scalars) {
            var wide: wchar_t = 0
            if el_wgetc(editor, &wide) != 1 { return UInt8(CC_EOF) }
            scalars.append(Unicode.Scalar(wide: wide))
        }
        insert(PastedText(scalars).text)
        return UInt8(CC_REFRESH)
    }
}

/// What a bracketed paste brings: line feeds kept, other controls dropped, composed so that every scalar has a width.
struct PastedText {
    static let longest = 1_000_000
    private static let end = Array("\u{1B}[201~".unicodeScalars)

    let text: String

    static func isFinished(_ scalars: [Unicode.Scalar]) -> Bool { scalars.suffix(end.count).elementsEqual(end) }

    init(_ scalars: [Unicode.Scalar]) {
        var kept = String.UnicodeScalarView()
        var previous: Unicode.Scalar = "\0"
        for scalar in Self.isFinished(scalars) ? scalars.dropLast(Self.end.count) : scalars[...] {
            switch scalar {
            case "\r": kept.append("\n")
            case "\n": if previous != "\r" { kept.append("\n") }
            case "\t": kept.append(" ")
            default: if scalar.value >= 0x20, scalar.value != 0x7F, !(0x80...0x9F).contains(scalar.value) { kept.append(scalar) }
            }
            previous = scalar
        }
        while kept.last == "\n" { kept.removeLast() }
        let composed = String(kept).precomposedStringWithCanonicalMapping
        text = String(scalars: composed.unicodeScalars.filter { $0 == "\n" || cel_columns(wchar_t(bitPattern: $0.value)) > 0 })
    }
}
