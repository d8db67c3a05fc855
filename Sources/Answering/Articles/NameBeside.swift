import Facts

/// The name that an article puts beside a description: "the painter Ann Lee", "a passenger, Ann Lee, said", "a rock known as the Tooth".
enum NameBeside {
    /// The description with its name, as the sentence has them; nil where no name follows, or the description holds one itself.
    static func text(_ argument: Argument, in view: SentenceView) -> String? {
        guard !argument.text.unicodeScalars.dropFirst().contains(where: { $0.properties.isUppercase }),
              view.sentence.span.contains(argument.span) else { return nil }
        let scalars = Array(view.sentence.text.unicodeScalars)
        let end = argument.span.end - view.sentence.span.start
        guard end < scalars.count else { return nil }
        let rest = String(String.UnicodeScalarView(scalars[end...]))
        guard let name = following(rest) else { return nil }
        return argument.text + name
    }

    private static func following(_ rest: String) -> String? {
        for lead in [" known as ", " called ", " named ", ", known as ", ", called "] where rest.hasPrefix(lead) {
            let name = run(rest.dropFirst(lead.count))
            return name.isEmpty ? nil : lead + name
        }
        if rest.hasPrefix(", ") { return setOff(rest.dropFirst(2)).map { ", \($0)" } }
        guard rest.hasPrefix(" ") else { return nil }
        let name = run(rest.dropFirst())
        return name.isEmpty ? nil : " " + name
    }

    /// What stands between two commas, if it is a name: "the Swiss group Helmont".
    private static func setOff(_ rest: Substring) -> String? {
        guard let end = rest.firstIndex(where: { [",", ";", ":", "—", "."].contains($0) }) else { return nil }
        let words = rest[..<end].split(separator: " ")
        guard (1...6).contains(words.count), words.last?.first?.isUppercase == true,
              words[0].first?.isUppercase == true || ["the", "a", "an"].contains(words[0]) else { return nil }
        return String(rest[..<end])
    }

    /// The capitalised words at the front, with small ones between: "Emil and Anton Sable", "Bank of Ruritania".
    private static func run(_ text: Substring) -> String {
        var taken: [Substring] = []
        var lastCapital = 0
        for word in text.split(separator: " ", maxSplits: 8).prefix(7) {
            let isCapital = word.first?.isUppercase == true
            guard isCapital || !taken.isEmpty && ["of", "the", "and", "de", "von", "van", "for"].contains(word) || taken.isEmpty
                && word == "the" else { break }
            taken.append(word)
            if isCapital { lastCapital = taken.count }
            if let last = word.last, [",", ".", ";", ":"].contains(last) { break }
        }
        var name = taken.prefix(lastCapital).joined(separator: " ")
        while let last = name.last, [",", ".", ";", ":"].contains(last) { name.removeLast() }
        for clitic in ["’s", "'s"] where name.hasSuffix(clitic) { name.removeLast(2) }
        return name
    }
}
