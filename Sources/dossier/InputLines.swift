import FactStore
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
    /// No line ends between `start` and here.
    private var searched = 0
    private var isAtEnd = false
    private var number = 0

    /// What is longer than any document in JSON; a line is held in memory.
    private static let longestLine = 64 << 20

    init(descriptor: Int32) { self.descriptor = descriptor }

    /// Waits for one line, then takes those that have already come, up to `most`; empty at the end of input.
    ///
    /// - Throws: `StoreError.badInput` for a line that is too long.
    mutating func batch(most: Int) throws -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        while lines.count < most {
            if let line = nextLine() {
                lines.append(line)
            } else if isAtEnd {
                break
            } else if lines.isEmpty || hasInput {
                guard buffer.count - start <= Self.longestLine else {
                    throw StoreError.badInput("standard input:\(number + 1): a line of more than \(Self.longestLine >> 20) MB; give a document a line")
                }
                fill()
            } else {
                break
            }
        }
        return lines
    }

    private mutating func nextLine() -> ArraySlice<UInt8>? {
        if let end = buffer[searched...].firstIndex(of: 10) {
            defer { take(to: end + 1) }
            return buffer[start..<end]
        }
        searched = buffer.count
        guard isAtEnd, start < buffer.count else { return nil }
        defer { take(to: buffer.count) }
        return buffer[start...]
    }

    private mutating func take(to end: Int) {
        start = end
        searched = end
        number += 1
    }

    private mutating func fill() {
        if start > 0 {
            buffer.removeFirst(start)
            searched -= start
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
