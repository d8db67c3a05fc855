import Facts
import Questions

extension Value {
    /// A thing with a name, or days where the name is a date: "1998-05-03", "1998-05".
    static func thing(_ id: EntityID, _ name: String) -> Value {
        let bytes = name.utf8
        guard bytes.count == 10 || bytes.count == 7, bytes.first.map({ (48...57).contains($0) }) == true,
            let query = try? PatternLanguage.parse("@" + name), case .term(.date(let range))? = query.targets.first?.expression
        else {
            return .entity(id, name: name)
        }
        return .date(range)
    }
}
