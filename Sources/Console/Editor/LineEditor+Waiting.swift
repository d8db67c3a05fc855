import CEditline
import Glibc

extension LineEditor {
    /// libedit's reader: waits for a key and for signals together, and paints before the wait.
    func readScalar(into output: UnsafeMutablePointer<wchar_t>) -> Int32 {
        if isCancelled || isTerminated { return end(output) }
        var isPainted = false
        while true {
            if let scalar = pending.next() {
                // libedit loses the cursor on scalars without a width.
                if scalar.value >= 0x300, cel_columns(wchar_t(bitPattern: scalar.value)) < 1 { continue }
                prepareSuggestion(for: scalar)
                output.pointee = wchar_t(bitPattern: scalar.value)
                return 1
            }
            if !isPainted, !isPasting, !isInputWaiting {
                paint()
                isPainted = true
            }
            guard waitForInputOrSignal() else { return -1 }
            switch handleSignals() {
            case .ends: return end(output)
            case .redrawn: isPainted = false
            case .none: break
            }
            switch readBytes() {
            case .some(0): wipeSuggestion(); return 0
            case .some(-1): return -1
            default: break
            }
        }
    }

    private enum SignalEffect { case none, redrawn, ends }

    private func end(_ output: UnsafeMutablePointer<wchar_t>) -> Int32 {
        output.pointee = 10
        return 1
    }

    private var isInputWaiting: Bool {
        var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        return poll(&descriptor, 1, 0) > 0
    }

    private func waitForInputOrSignal() -> Bool {
        var descriptors = [
            pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0), pollfd(fd: wake, events: Int16(POLLIN), revents: 0),
        ]
        return poll(&descriptors, 2, -1) >= 0 || errno == EINTR
    }

    /// Bytes read, 0 at the end of input, -1 on an error, nil when there was nothing to read.
    private func readBytes() -> Int? {
        guard isInputWaiting else { return nil }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(STDIN_FILENO, &bytes, bytes.count)
        if count < 0 { return errno == EINTR || errno == EAGAIN ? nil : -1 }
        pending.append(bytes[..<count])
        return count
    }

    private func handleSignals() -> SignalEffect {
        let signals = cel_signals_take()
        func has(_ flag: Int) -> Bool { signals & Int32(flag) != 0 }
        if has(CEL_TERMINATE) { isTerminated = true }
        if has(CEL_INTERRUPT) { isCancelled = true }
        if isTerminated || isCancelled {
            wipeSuggestion()
            return .ends
        }
        if has(CEL_STOP) { stopAndGoOn() }
        if has(CEL_RESIZE) { resize() }
        return has(CEL_STOP) || has(CEL_RESIZE) ? .redrawn : .none
    }

    private func stopAndGoOn() {
        wipeSuggestion()
        write(ControlSequence.pasteOff)
        cel_set_integer(editor, EL_PREP_TERM, 0)
        cel_stop_process()
        cel_set_integer(editor, EL_PREP_TERM, 1)
        write((isVi ? "" : ControlSequence.pasteOn) + "\r\n")
        shown.doubt()
        cel_refresh(editor)
    }

    private func resize() {
        let (text, cursor) = buffer
        let row = geometry(text, cursor: cursor)?.cursor.row ?? 0
        write("\r" + ControlSequence.up(row) + ControlSequence.clearToEndOfScreen)
        el_resize(editor)
        screen = .unknown
        shown = Shown()
        shown.doubt()
        cel_refresh(editor)
    }
}
