import Presentation

/// A bar with an estimate on standard error, for work that takes longer than half a second.
public final class ProgressBar {
    private static let width = 30
    private let isShown: Bool
    private let clock = ContinuousClock()
    private let begun: ContinuousClock.Instant
    private var hasDrawn = false

    public init(isShown: Bool) {
        self.isShown = isShown
        begun = clock.now
    }

    public func show(done: Int, of total: Int, what: String) {
        let seconds = (clock.now - begun).milliseconds / 1000
        guard isShown, seconds > 0.5, total > 0 else { return }
        hasDrawn = true
        let share = min(1, Double(done) / Double(total))
        let filled = Int(share * Double(Self.width))
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
        let left = share > 0.02 ? ", \(Self.words(seconds / share - seconds)) left" : ""
        StandardStreams.write("\r\u{1B}[K\(bar) \(Int(share * 100)) % \(what)\(left)", to: 2)
    }

    public func clear() {
        if hasDrawn { StandardStreams.write("\r\u{1B}[K", to: 2) }
    }

    private static func words(_ seconds: Double) -> String {
        seconds < 60 ? "\(Int(seconds.rounded(.up))) s" : "\(Int(seconds / 60)) min \(Int(seconds) % 60) s"
    }
}
