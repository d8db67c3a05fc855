import Glibc

/// Output that is longer than the screen goes through `$PAGER` (default `less`), unless that is empty or `cat`.
enum Pager {
    /// - Parameter safe: has `less` write no files and run no commands.
    static func write(_ text: String, safe: Bool) {
        // What a person has set stays: colours as colours, no pager for a screenful, and UTF-8 also where the locale is plain.
        setenv("LESS", "FRX", 0)
        setenv("LESSCHARSET", "utf-8", 0)
        if safe { setenv("LESSSECURE", "1", 1) }
        guard let command = command(for: text), let pipe = popen(command, "w") else {
            writePlainly(text)
            return
        }
        // The pager may be left before it has read everything.
        let previous = signal(SIGPIPE, SIG_IGN)
        var text = text
        text.withUTF8 { bytes in _ = fwrite(bytes.baseAddress, 1, bytes.count, pipe) }
        pclose(pipe)
        signal(SIGPIPE, previous)
    }

    /// Piece by piece, so that Ctrl-C ends what floods the screen.
    private static func writePlainly(_ text: String) {
        var rest = text[...]
        while !rest.isEmpty, !Interrupt.cancellation.isRequested {
            let piece = rest.prefix(4096)
            StandardStreams.write(String(piece), to: STDOUT_FILENO)
            rest = rest[piece.endIndex...]
        }
    }

    private static func command(for text: String) -> String? {
        guard isatty(STDOUT_FILENO) == 1, let rows = Terminal.rows(of: STDOUT_FILENO) else { return nil }
        guard text.utf8.reduce(0, { $0 + ($1 == 10 ? 1 : 0) }) >= rows else { return nil }
        guard let pager = getenv("PAGER") else { return "less" }
        let command = String(cString: pager)
        return command.isEmpty || command == "cat" ? nil : command
    }
}
