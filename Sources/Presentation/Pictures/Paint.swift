/// The colours of pictures, by what they paint.
enum Paint: String, CaseIterable {
    case ink = "#222222", faintInk = "#6b6b6b", note = "#666666", date = "#0b5394"
    case line = "#444444", faintLine = "#888888", edge = "#555555", grid = "#dddddd", paper = "#ffffff"
    case centre = "#fff3c4", centreEdge = "#8a6d00", bar = "#6fa8dc", barEdge = "#3d85c6"
    case person = "#e3f0ff", organisation = "#e9f7e6", place = "#f4ecfb", event = "#ffeae3", thing = "#f3f3f3"

    /// The same on dark paper.
    var dark: String {
        switch self {
        case .ink: "#ece9e2"
        case .faintInk, .note: "#b0aba0"
        case .date: "#8ec1ee"
        case .line: "#b9b4a9"
        case .faintLine: "#8f8b82"
        case .edge: "#a09b90"
        case .grid: "#3a3a38"
        case .paper: "#171716"
        case .centre: "#4a3d0d"
        case .centreEdge: "#d9b53c"
        case .bar: "#3f7fb8"
        case .barEdge: "#7db4e6"
        case .person: "#1d3550"
        case .organisation: "#213d22"
        case .place: "#38294a"
        case .event: "#4c2a1f"
        case .thing: "#33332f"
        }
    }
}

/// Pictures inside a page that may be read on dark paper.
public enum PictureStyle {
    /// Rules of CSS that give every picture its dark colours.
    public static var dark: String {
        Paint.allCases.map { paint in
            "svg [fill=\"\(paint.rawValue)\"]{fill:\(paint.dark)}svg [stroke=\"\(paint.rawValue)\"]{stroke:\(paint.dark)}\n"
        }.joined()
    }
}
