#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The content of a file, whole and bounded. A pipe, a device or a socket is refused before anything waits for it.
public enum FileBytes {
    public enum Failure: Error, Hashable, Sendable {
        case missing
        /// Larger than the limit, in bytes.
        case tooLarge(limit: Int)
        /// The system's reason, or what it is instead of a file.
        case unreadable(String)

        /// For a message that names the file.
        public var reason: String {
            switch self {
            case .missing: "no such file"
            case .tooLarge(let limit): "it has more than \(limit >> 20) MB; split it"
            case .unreadable(let reason): reason
            }
        }
    }

    public static func contents(of path: String, atMost limit: Int) throws(Failure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(lastError) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(lastError) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw .unreadable("it is a folder")
        default: throw .unreadable("it is no regular file")
        }
        if status.st_size > limit { throw .tooLarge(limit: limit) }
        return try contents(of: descriptor, atMost: limit)
    }

    public static func standardInput(atMost limit: Int) throws(Failure) -> [UInt8] { try contents(of: STDIN_FILENO, atMost: limit) }

    private static func contents(of descriptor: Int32, atMost limit: Int) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw .unreadable(lastError) }
            if count == 0 { return bytes }
            if bytes.count + count > limit { throw .tooLarge(limit: limit) }
            bytes += buffer[..<count]
        }
    }

    private static var lastError: String { String(cString: strerror(errno)) }
}
