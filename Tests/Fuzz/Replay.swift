import Foundation

/// Every input of a corpus once, each in a second at most.
struct Replay {
    let corpus: String

    /// Whether all went well; a crash ends the process, and the last line printed names its input.
    func run() -> Bool {
        var slow = 0
        for target in FuzzTarget.all {
            let folder = "\(corpus)/\(target.name)"
            let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
            if names.isEmpty {
                print("\(target.name): no inputs in \(folder)")
                return false
            }
            let body = target.open()
            for name in names {
                print("\(folder)/\(name)")
                fflush(nil)
                guard let input = FileManager.default.contents(atPath: "\(folder)/\(name)") else { continue }
                let took = ContinuousClock().measure { body([UInt8](input)) }
                if took > .seconds(1) {
                    print("    took \(took)")
                    slow += 1
                }
            }
        }
        return slow == 0
    }
}
