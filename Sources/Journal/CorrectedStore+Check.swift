import FactStore

extension CorrectedStore {
    /// Verifies the store, its journal, and the copy with the corrections applied, which is brought up to date before.
    ///
    /// - Returns: what is wrong, and the corrections that this store has no use for.
    public func check() throws(StoreError) -> (report: StoreCheck.Report, idle: [String]) {
        let store = try open()
        var report = try StoreCheck.run(path: store.path)
        guard store.isCorrected else { return (report, []) }
        for line in try damagedLines() { report.add("\(line)") }
        let corrected = try StoreCheck.run(path: CorrectedFile.path(of: store.path))
        for problem in corrected.problems { report.add("corrected store: \(problem)") }
        let idle = try store.corrections().compactMap { correction in
            correction.problem.map { "\(journalName):\(correction.line): \(correction.words) — without effect: \($0)" }
        }
        return (report, idle)
    }
}
