#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Lines of a file descriptor, in batches that never wait for more input than there is.
struct InputLines {
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    init(descriptor: Int32) { self.descriptor = descriptor }

    /// Waits for one line, then takes those that have already come, up to `most`; empty at the end of input.
    mutating func batch(most: Int) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        while lines.count < most {
            if let line = nextLine() {
                lines.append(line)
            } else if isAtEnd {
                break
            } else if lines.isEmpty || hasInput {
                fill()
            } else {
                break
            }
        }
        return lines
    }

    private mutating func nextLine() -> ArraySlice<UInt8>? {
        if let end = buffer[start...].firstIndex(of: 10) {
            defer { start = end + 1 }
            return buffer[start..<end]
        }
        guard isAtEnd, start < buffer.count else { return nil }
        defer { start = buffer.count }
        return buffer[start...]
    }

    private mutating func fill() {
        if start > 0 {
            buffer.removeFirst(start)
            start = 0
        }
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        if count > 0 { buffer += chunk[..<count] } else if count == 0 || errno != EINTR { isAtEnd = true }
    }

    private var hasInput: Bool {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, 0) > 0
    }
}
