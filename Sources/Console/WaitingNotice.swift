@preconcurrency import Dispatch
import Presentation
import Synchronization

/// Tells on standard error that a line is still being worked on, once that takes longer than half a second, and how to stop it.
final class WaitingNotice: Sendable {
    private static let patience = 500
    private let timer = DispatchSource.makeTimerSource(queue: .global())
    private let begun = ContinuousClock().now
    private let state = Mutex(State())

    private struct State {
        var isShown = false
        var isOver = false
    }

    init(style: Style) {
        timer.setEventHandler { [weak self] in self?.show(style) }
        timer.schedule(deadline: .now() + .milliseconds(Self.patience), repeating: .milliseconds(Self.patience))
        timer.resume()
    }

    private func show(_ style: Style) {
        let seconds = Int((ContinuousClock().now - begun).milliseconds / 1000)
        state.withLock { state in
            guard !state.isOver else { return }
            state.isShown = true
            StandardStreams.write("\r" + style.dim("… \(seconds > 0 ? "\(seconds) s, " : "")Ctrl-C stops") + "\u{1B}[K", to: 2)
        }
    }

    /// Nothing is shown after this.
    func end() {
        timer.cancel()
        state.withLock { state in
            state.isOver = true
            if state.isShown { StandardStreams.write("\r\u{1B}[K", to: 2) }
        }
    }
}
