import CEditline
import Facts
import Glibc
import Presentation

extension LineEditor {
    func geometry(_ text: [Unicode.Scalar], cursor: Int) -> ScreenGeometry? {
        if !screen.isKnown { screen = .current }
        return ScreenGeometry(prompt: prompt.visibleScalars, line: text, cursor: cursor, screen: screen)
    }

    /// Paints the colours that have changed over the line, and the suggestion behind it. A key that changes neither costs nothing.
    func paint() {
        guard colours else { return }
        let (text, cursor) = buffer
        guard let places = geometry(text, cursor: cursor) else { return shown.doubt() }
        let wanted = wantedColours(of: text)
        var changes = shown.isPlain && wanted.allSatisfy(\.isEmpty) ? "" : recoloured(text, from: shown.colours(under: text), to: wanted, places)
        if !changes.isEmpty { changes = "\r" + ControlSequence.up(places.cursor.row) + changes + ControlSequence.restoreCursor }
        shown.note(text, wanted)
        let ghost = cursor == text.count && cursor > 0 ? ghost(for: text, room: screen.columns - places.end.column - 1) : ""
        changes += suggestionChange(to: ghost, places)
        if !changes.isEmpty { write(ControlSequence.saveCursor + changes) }
    }

    private func suggestionChange(to ghost: String, _ places: ScreenGeometry) -> String {
        guard ghost != shown.suggestion else { return "" }
        let isShorter = DisplayWidth.columns(of: ghost) < DisplayWidth.columns(of: shown.suggestion)
        shown.suggestion = ghost
        let start = "\r" + ControlSequence.down(places.end.row - places.cursor.row) + ControlSequence.right(places.end.column)
        return (places.cursor == places.end ? "" : start)
            + (ghost.isEmpty ? "" : ControlSequence.colour("2") + ghost + ControlSequence.plain)
            + (isShorter ? ControlSequence.clearToEndOfLine : "") + ControlSequence.restoreCursor
    }

    /// A key that types the suggestion's first character leaves the rest of it where it is; any other one wipes it.
    func prepareSuggestion(for key: Unicode.Scalar) {
        shown.willHandle(key)
        guard let first = shown.suggestion.unicodeScalars.first else { return }
        let (text, cursor) = buffer
        if key == first, cursor == text.count, !isVi { shown.suggestion.unicodeScalars.removeFirst() } else { wipeSuggestion() }
    }

    func wipeSuggestion() {
        guard !shown.suggestion.isEmpty else { return }
        write(ControlSequence.clearToEndOfLine)
        shown.suggestion = ""
    }

    private func wantedColours(of text: [Unicode.Scalar]) -> [String] {
        var colours = [String](repeating: "", count: text.count)
        for (range, sgr) in highlight(text) {
            for index in range where index < text.count { colours[index] = sgr }
        }
        return colours
    }

    /// The scalars whose colour changes, each row reached from its first column: autowrap is never relied on.
    private func recoloured(_ text: [Unicode.Scalar], from known: [String?], to wanted: [String], _ geometry: ScreenGeometry) -> String {
        var output = ""
        var row = 0
        var column = -1
        var current = ""
        for (index, scalar) in text.enumerated() where known[index] != wanted[index] && scalar != "\n" {
            let place = geometry.places[index]
            if place.row != row {
                output += "\r" + ControlSequence.down(place.row - row)
                (row, column) = (place.row, 0)
            }
            if place.column != column { output += "\r" + ControlSequence.right(place.column) }
            if wanted[index] != current {
                output += (current.isEmpty ? "" : ControlSequence.plain) + (wanted[index].isEmpty ? "" : ControlSequence.colour(wanted[index]))
                current = wanted[index]
            }
            output.unicodeScalars.append(scalar)
            column = place.column + Int(cel_columns(wchar_t(bitPattern: scalar.value)))
        }
        return current.isEmpty ? output : output + ControlSequence.plain
    }

    private func ghost(for text: [Unicode.Scalar], room: Int) -> String {
        guard let suggestion = suggest(String(scalars: text)) else { return "" }
        var left = room
        var ghost = String.UnicodeScalarView()
        for scalar in suggestion.unicodeScalars {
            let width = Int(cel_columns(wchar_t(bitPattern: scalar.value)))
            guard width > 0, width <= left else { break }
            left -= width
            ghost.append(scalar)
        }
        return String(ghost)
    }
}
