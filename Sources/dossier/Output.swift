#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import Console
import Presentation

/// Standard output and standard error. A reader that goes away ends the program quietly.
enum Output {
    static func write(_ text: String) { StandardStreams.write(text, to: STDOUT_FILENO) }
    /// Complaints can quote what was read.
    static func complain(_ text: String) { StandardStreams.write(SafeText.visible(text) + "\n", to: STDERR_FILENO) }
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}
