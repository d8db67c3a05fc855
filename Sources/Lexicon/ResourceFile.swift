import Facts
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A read-only file of the program, mapped into memory: opening costs a system call or two, whatever its size.
///
/// Resource files lie beside the executable (`dossier_TARGET.resources/Resources/NAME`, as SwiftPM lays them), under
/// `$DOSSIER_RESOURCES/TARGET/NAME`, or installed under `PREFIX/share/dossier/TARGET/NAME`.
public final class ResourceFile: Sendable {
    /// A resource that cannot be opened.
    public struct Missing: Error, CustomStringConvertible {
        public let name: String
        public let searched: [String]
        public var description: String {
            "the program's data file \(name) is missing; looked in \(searched.joined(separator: ", ")). Reinstall Dossier, or set DOSSIER_RESOURCES"
        }
    }

    public let path: String
    /// The file's bytes, valid as long as this object lives. Mapped read-only and never written, so it is safe to share.
    public nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

    /// - Throws: ``Missing`` where the file is not found or cannot be mapped.
    public convenience init(target: String, name: String) throws {
        let candidates = Self.candidates(target: target, name: name)
        guard let path = candidates.first(where: { access($0, R_OK) == 0 }) else {
            throw Missing(name: "\(target)/\(name)", searched: candidates)
        }
        try self.init(path: path)
    }

    /// - Throws: ``Missing``.
    public init(path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Missing(name: path, searched: [path]) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Missing(name: path, searched: [path]) }
        let size = Int(status.st_size)
        self.path = path
        if size == 0 {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
        } else {
            guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
                throw Missing(name: path, searched: [path])
            }
            bytes = UnsafeRawBufferPointer(start: start, count: size)
        }
    }

    deinit {
        if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), bytes.count) }
    }

    /// The whole file as text; for small tables.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Where some bytes first stand at or after a place.
    func position(of key: [UInt8], from start: Int = 0) -> Int? {
        guard let base = bytes.baseAddress, let first = key.first else { return nil }
        var at = start
        while at + key.count <= bytes.count, let found = memchr(base + at, Int32(first), bytes.count - key.count - at + 1) {
            if memcmp(found, key, key.count) == 0 { return UnsafeRawPointer(found) - base }
            at = UnsafeRawPointer(found) - base + 1
        }
        return nil
    }

    static func candidates(target: String, name: String) -> [String] {
        var result: [String] = []
        if let root = getenv("DOSSIER_RESOURCES") { result.append("\(String(cString: root))/\(target)/\(name)") }
        if let folder = executableFolder() {
            result.append("\(folder)/dossier_\(target).resources/Resources/\(name)")
            result.append("\(folder)/dossier_\(target).bundle/Resources/\(name)")
            result.append("\(folder)/../share/dossier/\(target)/\(name)")
        }
        return result
    }

    /// The folder of the running program. Under `swift test` that is the toolchain's runner, so the command line's test
    /// bundle is tried first.
    static func executableFolder() -> String? {
        func folder(of path: String) -> String? {
            path.lastIndex(of: "/").map { String(path[..<$0]) }
        }
        if let bundle = CommandLine.arguments.first(where: { $0.hasSuffix(".xctest") }) { return folder(of: bundle) }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let length = buffer.withUnsafeMutableBytes { readlink("/proc/self/exe", $0.baseAddress!, $0.count) }
        guard length > 0 else { return CommandLine.arguments.first.flatMap(folder) }
        return folder(of: String(decoding: buffer[..<length], as: UTF8.self))
    }
}
