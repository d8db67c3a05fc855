import CEditline
import FactStore
import Glibc

/// Ctrl-C as a request to stop what is running, instead of the end of the process.
public enum Interrupt {
    /// As a shell gives it for a program that Ctrl-C ended.
    static let status: Int32 = 130

    /// Requested by Ctrl-C once it is caught, and by a signal that ends the console.
    public static let cancellation = Cancellation { cel_interrupted() }

    /// From here on Ctrl-C asks. Pressed again before anybody heeds it, it ends the process.
    public static func `catch`() { cel_interrupts_install() }

    /// Whether Ctrl-C was pressed since this was last asked.
    static func take() -> Bool { cel_signals_take() & Int32(CEL_INTERRUPT) != 0 }
}
