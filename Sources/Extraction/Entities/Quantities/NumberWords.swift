/// Numbers as English writes them.
enum NumberWords {
    private static let units: [String: Double] = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
        "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]
    private static let scales: [String: Double] = [
        "dozen": 12, "score": 20, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5,
        "crore": 1e7,
        "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12, "k": 1e3,
    ]
    /// "dozens of", "hundreds of thousands of": numbers that are only an order of magnitude.
    static let vague: [String: Double] = [
        "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12, "tens": 10,
    ]
    private static let fractions: [String: Double] = [
        "half": 0.5, "third": 1.0 / 3, "thirds": 1.0 / 3, "quarter": 0.25, "quarters": 0.25, "fifth": 0.2, "fifths": 0.2, "tenth": 0.1,
    ]

    static func scale(_ word: String) -> Double? { scales[word] }
    static func fraction(_ word: String) -> Double? { fractions[word] }

    /// "7", "250,000", "3.5", "seven", "twenty-one", "1/2"; nil for anything else, years and ordinals in words included.
    static func value(_ word: String) -> Double? {
        if let value = units[word] { return value }
        guard let first = word.utf8.first else { return nil }
        if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) || (first == UInt8(ascii: ".") && word.utf8.count > 1) {
            return digits(word)
        }
        let parts = word.split(separator: "-")
        if parts.count == 2, let tens = units[String(parts[0])], tens >= 20, let rest = units[String(parts[1])], rest < 10 {
            return tens + rest
        }
        return nil
    }

    private static func digits(_ word: String) -> Double? {
        let parts = word.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count == 2, let above = digits(String(parts[0])), let below = digits(String(parts[1])), below > 0 { return above / below }
        if word.contains(",") {
            let groups = word.split(separator: ",", omittingEmptySubsequences: false)
            guard groups.dropFirst().allSatisfy({ $0.prefix { $0 != "." }.utf8.count == 3 || $0.utf8.count == 2 }) else { return nil }
        }
        return Double(word.filter { $0 != "," })
    }
}
