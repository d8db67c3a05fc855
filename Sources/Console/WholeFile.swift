import Glibc

/// A file that is there whole or not at all: it is written beside its place, and takes it when it is finished.
public final class WholeFile {
    private let path: String
    private let temporary: String
    private let descriptor: Int32
    private var isWhole = true

    /// Nil where it cannot be written; `errno` says why.
    public init?(path: String) {
        let beside = "\(path).\(getpid()).new"
        let opened = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard opened >= 0 else { return nil }
        self.path = path
        temporary = beside
        descriptor = opened
    }

    deinit {
        close(descriptor)
        unlink(temporary)
    }

    public func write(_ text: String) {
        if isWhole { isWhole = StandardStreams.write(text, to: descriptor) }
    }

    /// Puts the file into its place.
    /// - Returns: the system's reason where it could not be written.
    public func finish() -> String? {
        isWhole && fsync(descriptor) == 0 && rename(temporary, path) == 0 ? nil : StandardStreams.reason
    }
}
