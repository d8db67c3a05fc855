import FactStore
import Facts
import Presentation

/// `.timeline` and `.graph`: lists and pictures.
extension Session {
    func timeline(_ words: [String]) -> Outcome {
        guard var request = PictureRequest(words) else { return .failure("Use: .timeline [NAME] [FROM..TO] [--svg FILE]") }
        var period: Range<Day>?
        if let last = request.words.last, last.contains("..") {
            guard let range = TimeRange(last) else { return .failure("“\(last)” is no time; write 1990..2001 or 2024-07-01..2024-07-31") }
            period = range.days
            request.words.removeLast()
        }
        let name = request.words.isEmpty ? nil : request.words.joined(separator: " ")
        if let file = request.file { return picture(to: file) { try $0.timelinePicture(about: name, in: period) } }
        guard settings.format == .text else { return list { try $0.timeline(about: name, in: period) } }
        return write { try $0.timelineText(about: name, in: period, width: settings.width ?? 100, style: Style(colours: settings.colours)) }
    }

    func graph(_ words: [String]) -> Outcome {
        guard let request = PictureRequest(words), !request.words.isEmpty else { return .failure("Use: .graph NAME [--svg FILE]") }
        let name = request.words.joined(separator: " ")
        if let file = request.file { return picture(to: file) { GraphPicture(try $0.ties(of: name)).svg } }
        guard !settings.format.isForMachines else { return Outcome() }
        do {
            return Outcome(output: GraphText(try Listing(store: store).ties(of: name)).dot)
        } catch {
            return .failure("\(error)")
        }
    }

    private func picture(to path: String, _ draw: (Listing) throws -> String) -> Outcome {
        guard !settings.safe else { return .failure("--safe forbids writing files") }
        do {
            let svg = try draw(Listing(store: store))
            if let reason = StandardStreams.replace(path, with: svg) { return .failure("\(path): \(reason)") }
            return Outcome()
        } catch {
            return .failure("\(error)")
        }
    }
}

/// The words of a command that can draw, and the file that it is to draw into.
struct PictureRequest {
    var words: [String]
    var file: String?

    /// Nil where `--svg` has no file, or an option is none.
    init?(_ words: [String]) {
        self.words = words
        if let option = words.firstIndex(of: "--svg") {
            guard words.indices.contains(option + 1) else { return nil }
            file = words[option + 1]
            self.words.removeSubrange(option...(option + 1))
        }
        if self.words.contains(where: { $0.hasPrefix("--") }) { return nil }
    }
}
