#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Whole writes to file descriptors, and lines from standard input.
public enum StandardStreams {
    /// Writes all of the text. A reader that went away (`| head`) ends the program with the status a shell expects.
    /// - Returns: false where the system refuses; `errno` says why.
    @discardableResult
    public static func write(_ text: String, to descriptor: Int32) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var sent = 0
            while sent < bytes.count {
                let count = systemWrite(descriptor, bytes.baseAddress! + sent, bytes.count - sent)
                if count > 0 {
                    sent += count
                } else if errno == EPIPE {
                    exit(141)
                } else if errno != EINTR && errno != EAGAIN {
                    return false
                }
            }
            return true
        }
    }

    /// One line of standard input without its line feed; nil at the end. Invalid UTF-8 becomes U+FFFD.
    public static func readLine() -> String? { Swift.readLine(strippingNewline: true) }

    /// Longer than any script or transcript.
    private static let mostBytes = 64 << 20

    /// Everything in a file, or of standard input for `-`; nil where it cannot be read or has no end (`errno` says why).
    public static func contents(of path: String) -> [UInt8]? {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { if path != "-" { close(descriptor) } }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { return bytes }
            guard bytes.count + count <= mostBytes else {
                errno = EFBIG
                return nil
            }
            bytes += buffer[..<count]
        }
    }

    /// The path without links and dots; nil where there is no such file.
    static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Writes a file whole or not at all: a temporary file beside it, then a rename.
    /// - Returns: the system's reason where it could not be written.
    public static func replace(_ path: String, with text: String) -> String? {
        guard let file = WholeFile(path: path) else { return reason }
        file.write(text)
        return file.finish()
    }

    /// What the system says of the last failed call.
    public static var reason: String { String(cString: strerror(errno)) }

    private static func systemWrite(_ descriptor: Int32, _ start: UnsafePointer<UInt8>, _ count: Int) -> Int {
        #if canImport(Glibc)
        Glibc.write(descriptor, start, count)
        #elseif canImport(Musl)
        Musl.write(descriptor, start, count)
        #else
        Darwin.write(descriptor, start, count)
        #endif
    }
}
