#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import Console

/// Standard output and standard error. A reader that goes away ends the program quietly.
enum Output {
    static func write(_ text: String) { StandardStreams.write(text, to: STDOUT_FILENO) }
    static func complain(_ text: String) { StandardStreams.write(text + "\n", to: STDERR_FILENO) }
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}
