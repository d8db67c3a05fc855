#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Environment variables; an empty one counts as absent.
public enum Environment {
    public static func value(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    /// `$XDG_DATA_HOME`, `$XDG_STATE_HOME`, … or their default below the home folder; nil without a home.
    public static func folder(_ variable: String, else fallback: String) -> String? {
        value(variable) ?? value("HOME").map { "\($0)/\(fallback)" }
    }
}

public enum Terminal {
    /// Columns of the terminal behind a descriptor, or nil.
    public static func width(of descriptor: Int32) -> Int? { size(of: descriptor).map { Int($0.ws_col) } }

    static func rows(of descriptor: Int32) -> Int? { size(of: descriptor).map { Int($0.ws_row) } }

    private static func size(of descriptor: Int32) -> winsize? {
        var size = winsize()
        return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? size : nil
    }
}

extension Terminal {
    public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }
}
