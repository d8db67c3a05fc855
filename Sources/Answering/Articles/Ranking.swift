import Facts

/// Puts findings of the same thing together and keeps those that are as good as the best.
struct Ranking {
    let names: EntityNames

    /// One answer and all that supports it.
    struct Group {
        var best: Found
        var all: [Found]
    }

    /// - Parameter span: how far below the best score an answer may lie.
    func groups(_ found: [Found], within span: Double = 0.08, limit: Int = 12) -> [Group] {
        var groups: [Group] = []
        for item in found.stableSorted(by: { $0.score > $1.score }) where !item.text.isEmpty {
            if let index = groups.firstIndex(where: { isSame($0.best, item) }) {
                groups[index].all.append(item)
            } else {
                groups.append(Group(best: item, all: [item]))
            }
        }
        guard let top = groups.first?.best.score else { return [] }
        return Array(groups.filter { $0.best.score >= top - span }.prefix(limit))
    }

    /// What several articles say in the same words of the same time is one answer with all of its evidence; nothing else is put together.
    func repetitions(_ found: [Found]) -> [Group] {
        var groups: [Group] = []
        var places: [String: Int] = [:]
        for item in found {
            let key =
                "\(FoldedName(item.text).text) \(item.time.map { "\($0.start) \($0.end)" } ?? "") \(item.fact.map { "\($0.modality) \($0.polarity)" } ?? "")"
            if let place = places[key] {
                groups[place].all.append(item)
            } else {
                places[key] = groups.count
                groups.append(Group(best: item, all: [item]))
            }
        }
        return groups
    }

    private func isSame(_ a: Found, _ b: Found) -> Bool {
        if let first = a.entity, let second = b.entity, first == second { return true }
        let first = FoldedName(a.text).text
        let second = FoldedName(b.text).text
        if first == second { return true }
        guard a.type == b.type || a.type == nil || b.type == nil else { return false }
        let longer = first.utf8.count >= second.utf8.count ? first : second
        let shorter =
            first.utf8.count >= second.utf8.count
            ? second
            : first
        return shorter.utf8.count >= 4 && " \(longer) ".contains(" \(shorter) ")
    }
}
