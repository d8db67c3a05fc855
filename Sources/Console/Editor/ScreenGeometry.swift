import CEditline
import Glibc

/// Rows and columns of the terminal.
struct ScreenSize {
    var columns: Int
    var rows: Int

    static let unknown = ScreenSize(columns: 0, rows: 0)
    var isKnown: Bool { columns > 0 }

    static var current: ScreenSize {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return ScreenSize(columns: 80, rows: 24) }
        return ScreenSize(columns: Int(size.ws_col), rows: Int(size.ws_row))
    }
}

/// Where libedit drew each scalar of the line, by its own rules: a wide character that doesn't fit goes to the next row.
struct ScreenGeometry {
    private(set) var places: [(row: Int, column: Int)] = []
    private(set) var cursor = (row: 0, column: 0)
    private(set) var end = (row: 0, column: 0)

    /// Nil where a scalar has no width that is shared with libedit, or the line has more rows than the screen.
    init?(prompt: [Unicode.Scalar], line: [Unicode.Scalar], cursor position: Int, screen: ScreenSize) {
        var row = 0
        var column = 0
        func advance(_ scalar: Unicode.Scalar) -> (row: Int, column: Int)? {
            if scalar == "\n" {
                defer { (row, column) = (row + 1, 0) }
                return (row, column)
            }
            let width = Int(cel_columns(wchar_t(bitPattern: scalar.value)))
            guard width > 0 else { return nil }
            if column + width > screen.columns { (row, column) = (row + 1, 0) }
            let place = (row, column)
            column += width
            if column >= screen.columns { (row, column) = (row + 1, 0) }
            return place
        }
        for scalar in prompt where advance(scalar) == nil { return nil }
        for scalar in line {
            guard let place = advance(scalar) else { return nil }
            places.append(place)
        }
        end = (row, column)
        cursor = position < places.count ? places[position] : end
        guard end.row < screen.rows else { return nil }
    }
}
