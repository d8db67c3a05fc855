import Facts

/// Why a way of reading a question makes no sense in a world.
struct Misfit: Error, Hashable {
    var span: Span?
    var message: String
    /// A word or name that the world does not have, rather than one that doesn't fit.
    var isUnknown = false
}

/// The choices of one attempt at reading a question: which sense a word has, what a phrase hangs on.
///
/// Code that interprets asks `choose` and goes on as if there were no other way; ``ReadingSearch`` runs it again for the others. Costs are
/// small integers, 0 for what a table says in so many words.
final class Choices {
    private let script: [Int]
    private(set) var taken: [(option: Int, costs: [Int])] = []

    init(script: [Int]) { self.script = script }

    var cost: Int { taken.reduce(0) { $0 + $1.costs[$1.option] } }

    /// - Throws: the misfit where there is nothing to choose from.
    func choose<T>(_ options: [(value: T, cost: Int)], else misfit: @autoclosure () -> Misfit) throws(Misfit) -> T {
        guard let first = options.first else { throw misfit() }
        guard options.count > 1 || first.cost > 0 else { return first.value }
        let order = options.indices.sorted { options[$0].cost != options[$1].cost ? options[$0].cost < options[$1].cost : $0 < $1 }
        let option = taken.count < script.count ? script[taken.count] : 0
        taken.append((option, order.map { options[$0].cost }))
        return options[order[option]].value
    }
}

/// Finds the cheapest readings by uniform-cost search over the choices made: every run follows a script of choices and then takes the
/// cheapest option at each further one, which opens the scripts of its alternatives.
enum ReadingSearch {
    struct Reading<Result> {
        var result: Result
        var cost: Int
    }

    /// The readings that share the lowest cost, in the order of their choices; the misfit of the furthest attempt where there are none.
    static func cheapest<Result>(attempts: Int = 400, _ attempt: (Choices) throws(Misfit) -> Result) -> (
        readings: [Reading<Result>], misfit: Misfit?
    ) {
        var queue: [(bound: Int, script: [Int])] = [(0, [])]
        var readings: [Reading<Result>] = []
        var misfit: (depth: Int, misfit: Misfit)?
        var runs = 0
        while let next = queue.indices.min(by: { queue[$0].bound < queue[$1].bound }), runs < attempts {
            let (bound, script) = queue.remove(at: next)
            if let best = readings.first, bound > best.cost { break }
            runs += 1
            let choices = Choices(script: script)
            do {
                let result = try attempt(choices)
                let reading = Reading(result: result, cost: choices.cost)
                if reading.cost < readings.first?.cost ?? .max {
                    readings = [reading]
                } else if reading.cost == readings.first?.cost {
                    readings.append(reading)
                }
            } catch {
                if choices.taken.count > misfit?.depth ?? -1 { misfit = (choices.taken.count, error) }
            }
            var prefix = 0
            for (position, choice) in choices.taken.enumerated() {
                if position >= script.count {
                    let before = choices.taken[..<position].map(\.option)
                    for option in choice.costs.indices.dropFirst() { queue.append((prefix + choice.costs[option], before + [option])) }
                }
                prefix += choice.costs[choice.option]
            }
        }
        return (readings, misfit?.misfit)
    }
}
