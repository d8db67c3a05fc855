/// Numbers as digits or words.
enum NumberWords {
    static let units: [String: Double] = table(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    ) { Double($0) }
    static let tens: [String: Double] = table("twenty thirty forty fifty sixty seventy eighty ninety") { Double(20 + 10 * $0) }
    static let scales: [String: Double] = [
        "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12,
        "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "dozens": 12, "m": 1e6, "bn": 1e9, "k": 1e3,
    ]
    static let plurals: Set<String> = ["dozens", "scores", "hundreds", "thousands", "millions", "billions"]
    static let ordinals: [String: Int] = {
        var result: [String: Int] = [:]
        for (index, word) in "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(separator: " ")
            .enumerated()
        {
            result[String(word)] = index + 1
        }
        return result
    }()

    private static func table(_ words: String, _ value: (Int) -> Double) -> [String: Double] {
        var result: [String: Double] = [:]
        for (index, word) in words.split(separator: " ").enumerated() { result[String(word)] = value(index) }
        return result
    }

    /// The value of one word or digit string, without scale: "1,500", "3.5", "twenty-five", "$40"; nil for anything else.
    static func value(_ word: String) -> Double? {
        if let value = units[word] ?? tens[word] { return value }
        let bytes = word.utf8
        guard let first = bytes.first else { return nil }
        if first >= 0x61, first <= 0x7a, !word.hasPrefix("us$") {
            guard let hyphen = word.firstIndex(of: "-"), let ten = tens[String(word[..<hyphen])] else { return nil }
            return units[String(word[word.index(after: hyphen)...])].map { ten + $0 }
        }
        let digits = word.drop { !$0.isNumber }.filter { $0 != "," }
        guard digits.last?.isNumber == true || digits.last == "%" else { return nil }
        return Double(digits.last == "%" ? String(digits.dropLast()) : String(digits))
    }

    /// "$", "US$", "€", "%": what stands around the digits of one token.
    static func unit(_ form: String) -> String {
        if form.hasSuffix("%") { return "percent" }
        return String(form.prefix { !$0.isNumber })
    }

    /// "third", "21st".
    static func ordinal(_ word: String) -> Int? {
        if let value = ordinals[word] { return value }
        guard word.utf8.count > 2, ["st", "nd", "rd", "th"].contains(String(word.suffix(2))) else { return nil }
        return Int(word.dropLast(2))
    }
}
