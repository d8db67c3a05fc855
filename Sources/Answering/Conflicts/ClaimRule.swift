import Facts

/// How facts become claims. Each rule is a row; none knows a name.
struct ClaimRule: Sendable {
    let name: String
    /// Why two such claims exclude each other.
    let reason: String
    let claims: @Sendable (Fact, ClaimReading) -> [Claim]

    static let all: [ClaimRule] = [
        ClaimRule(name: "office", reason: "an office that one person holds at a time") { $1.office($0) },
        ClaimRule(name: "birth", reason: "nobody is born twice") { $1.birth($0) },
        ClaimRule(name: "death", reason: "nobody dies twice") { $1.death($0) },
        ClaimRule(name: "count", reason: "one thing that happened has one count") { $1.counts($0) },
        ClaimRule(name: "place", reason: "what happens on one day happens in one place") { $1.place($0) },
        ClaimRule(name: "truth", reason: "what is affirmed is not denied") { $1.truth($0) },
    ]
}
