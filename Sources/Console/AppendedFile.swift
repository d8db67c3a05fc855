import Glibc

/// A file that is begun anew and then written to the end.
final class AppendedFile {
    private let descriptor: Int32

    /// Nil where it cannot be written; `errno` says why.
    init?(path: String) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return nil }
    }

    deinit { close(descriptor) }

    func write(_ text: String) { StandardStreams.write(text, to: descriptor) }
}
