import FactStore
import Facts
import Questions
import Synchronization
import Testing
@testable import Answering

@Suite struct CancellationTests {
    /// Requested when it has been asked some times.
    private static func cancellation(after count: Int) -> Cancellation {
        let asked = Mutex(0)
        return Cancellation {
            asked.withLock { asked in
                asked += 1
                return asked > count
            }
        }
    }

    @Test func aJoinStops() throws {
        let world = World()
        for number in 0..<3000 {
            world.addRow("visit", fact: "\(number)", values: [(.agent, .entity(EntityID("s\(number)"), name: "s\(number)"))], time: nil)
        }
        world.cancellation = Self.cancellation(after: 2)
        let query = try PatternLanguage.parse("?x, ?y | visit(?x) & visit(?y)")
        let outcome = Evaluation.run(query, over: world)
        #expect(!outcome.isComplete && outcome.rows.count < 100_000)
    }
}
