import Foundation

/// A reader of the program, fed with any bytes. It may refuse them, but neither crash nor hang.
struct FuzzTarget: Sendable {
    let name: String
    /// Opens what the reader needs; what it gives reads one input.
    let open: @Sendable () -> ([UInt8]) -> Void

    static let all = texts + articles + tables + files
}

/// Changes to a file too large to be an input itself: the search writes only the places that it changes.
///
/// Five bytes each: where (three bytes, times 64 or from the beginning, as the first bit says), how (one), a byte.
struct Edits {
    private let input: [UInt8]

    init(_ input: [UInt8]) { self.input = input }

    func applied(to base: [UInt8]) -> [UInt8] {
        var bytes = base
        for start in stride(from: 0, to: input.count - 4, by: 5) where !bytes.isEmpty {
            let number = Int(input[start] & 0x7f) << 16 | Int(input[start + 1]) << 8 | Int(input[start + 2])
            let place = (input[start] & 0x80 == 0 ? number : number * 64) % bytes.count
            let value = input[start + 4]
            switch input[start + 3] % 4 {
            case 0: bytes[place] = value
            case 1: bytes[place] ^= value
            case 2: for index in place..<min(bytes.count, place + 4) { bytes[index] = value }
            default: if value == 0xff { bytes.removeLast(bytes.count - place) } else { bytes[place] &+= value }
            }
        }
        return bytes
    }
}

/// A file in memory, written anew for every input.
struct ScratchFile {
    let path: String

    init(_ name: String) {
        path = "/dev/shm/dossier-fuzz-\(getpid())-\(name)"
        let path = path
        ScratchFile.paths.append(path)
        atexit { for path in ScratchFile.paths { unlink(path) } }
    }

    nonisolated(unsafe) private static var paths: [String] = []

    func write(_ bytes: [UInt8]) {
        let descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        require(descriptor >= 0, "no file \(path)")
        _ = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
    }
}

/// Ends the process with a message, also in an optimised build.
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
    if !condition { fatalError(message()) }
}
