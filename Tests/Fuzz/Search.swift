import Foundation

#if FUZZING
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
#endif

/// Coverage-guided search by libFuzzer, in a build with `-sanitize=fuzzer -DFUZZING`.
enum Search {
    /// Set once, before the driver calls back: its callback is a C function that captures nothing.
    nonisolated(unsafe) private static var body: (([UInt8]) -> Void)!

    static func run(_ target: FuzzTarget) {
        #if FUZZING
        body = target.open()
        var arguments = [CommandLine.unsafeArgv[0]] + (2..<Int(CommandLine.argc)).map { CommandLine.unsafeArgv[$0] } + [nil]
        var count = CInt(arguments.count - 1)
        arguments.withUnsafeMutableBufferPointer { buffer in
            var start = buffer.baseAddress!
            exit(runDriver(&count, &start) { start, count in
                Search.body([UInt8](UnsafeBufferPointer(start: start, count: count)))
                return 0
            })
        }
        #else
        print("this build doesn't search; use scripts/fuzz")
        exit(64)
        #endif
    }
}
