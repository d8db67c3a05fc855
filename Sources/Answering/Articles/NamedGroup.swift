import Facts

/// The names that an article gives to a group that it counts: "two brothers, Declan and Owen Tierney", "two candidates …: A and B".
enum NamedGroup {
    /// The group's names as their sentence lists them; empty where it doesn't, or the argument is itself a name.
    static func members(_ argument: Argument, in view: SentenceView) -> [ArgumentView] {
        guard !argument.text.unicodeScalars.dropFirst().contains(where: { $0.properties.isUppercase }) else { return [] }
        let listed = view.facts.first { fact in
            fact.fact.rule == "apposition" && fact.arguments.count { $0.argument.role == .agent } > 1
                && fact.arguments.contains { $0.argument.role == .attribute && isSame($0.argument, argument) }
        }
        return listed?.arguments.filter { $0.argument.role == .agent } ?? []
    }

    private static func isSame(_ a: Argument, _ b: Argument) -> Bool {
        a.span.overlaps(b.span) || a.entity != nil && a.entity == b.entity
    }
}
