/// Feeds bytes to one reader of the program after another.
///
/// usage: fuzz TARGET [LIBFUZZER ARGUMENT…]    searches for inputs that crash or hang (built by `scripts/fuzz`)
///        fuzz --replay CORPUS                 runs every input of CORPUS/TARGET through its reader
///        fuzz --list                          names the targets
import Foundation

let arguments = CommandLine.arguments
switch arguments.dropFirst().first {
case "--list": print(FuzzTarget.all.map(\.name).joined(separator: "\n"))
case "--replay" where arguments.count == 3: exit(Replay(corpus: arguments[2]).run() ? 0 : 1)
case let name?:
    guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
        print("no target \(name); there are \(FuzzTarget.all.map(\.name).joined(separator: ", "))")
        exit(64)
    }
    Search.run(target)
case nil:
    print("usage: fuzz TARGET [LIBFUZZER ARGUMENT…] | fuzz --replay CORPUS | fuzz --list")
    exit(64)
}
