import CEditline
import Facts
import Glibc

extension LineEditor {
    func geometry(_ text: [Unicode.Scalar], cursor: Int) -> ScreenGeometry? {
        if !screen.isKnown { screen = .current }
        return ScreenGeometry(prompt: prompt.visibleScalars, line: text, cursor: cursor, screen: screen)
    }

    /// Paints colours over the line and the suggestion behind it. Costs about 60 bytes a key, none where nothing is coloured.
    func paint() {
        guard colours else { return }
        let (text, cursor) = buffer
        guard !text.isEmpty, let places = geometry(text, cursor: cursor) else { return }
        let line = coloured(text, places)
        let ghost = cursor == text.count ? ghost(for: text, room: screen.columns - places.end.column - 1) : ""
        shown.suggestion = ghost
        guard !line.isEmpty || !ghost.isEmpty else { return }
        var output = ControlSequence.saveCursor
        if !line.isEmpty { output += "\r" + ControlSequence.up(places.cursor.row) + line + ControlSequence.restoreCursor }
        if !ghost.isEmpty {
            output += ControlSequence.colour("2") + ghost + ControlSequence.plain + ControlSequence.restoreCursor
        }
        write(output)
    }

    func wipeSuggestion() {
        guard !shown.suggestion.isEmpty else { return }
        write(ControlSequence.clearToEndOfLine)
        shown.suggestion = ""
    }

    /// The coloured scalars only, each row reached from its first column: autowrap is never relied on.
    private func coloured(_ text: [Unicode.Scalar], _ geometry: ScreenGeometry) -> String {
        var colours = [String](repeating: "", count: text.count)
        for (range, sgr) in highlight(text) {
            for index in range where index < text.count { colours[index] = sgr }
        }
        var output = ""
        var row = 0
        var column = -1
        var current = ""
        for (index, scalar) in text.enumerated() where !colours[index].isEmpty && scalar != "\n" {
            let place = geometry.places[index]
            if place.row != row {
                output += "\r" + ControlSequence.down(place.row - row)
                (row, column) = (place.row, 0)
            }
            if place.column != column { output += "\r" + ControlSequence.right(place.column) }
            if colours[index] != current {
                output += ControlSequence.plain + ControlSequence.colour(colours[index])
                current = colours[index]
            }
            output.unicodeScalars.append(scalar)
            column = place.column + Int(cel_columns(wchar_t(bitPattern: scalar.value)))
        }
        return output.isEmpty ? "" : output + ControlSequence.plain
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
