import Facts

/// Takes headline, byline, date and dateline off an article's lines; what stays is its text.
struct ArticleHead {
    private(set) var title: String?
    private(set) var author: String?
    private(set) var publisher: String?
    private(set) var day: Day?
    private(set) var body: [TextLine]

    /// Bylines and dates stand in this many lines below the headline.
    private static let linesOfHead = 4

    /// - Parameter title: what metadata say; no headline is looked for then.
    init(_ lines: [TextLine], title: String? = nil) {
        body = lines
        self.title = title
        if title == nil { takeTitle() }
        takeBylines()
        takeDateline()
    }

    private mutating func takeTitle() {
        while let first = body.first, body.count > 1, let date = DateLine(first.text) {
            day = day ?? date.day
            body.removeFirst()
        }
        guard let first = body.first, body.count > 1, first.headingLevel == 1 || Headline.isHeadline(first.text),
              body.dropFirst().contains(where: { $0.text.endsSentence }) else { return }
        title = first.text
        body.removeFirst()
        while body.count > 1, body[0].text == title { body.removeFirst() }
    }

    private mutating func takeBylines() {
        var index = 0
        while index < min(ArticleHead.linesOfHead, body.count - 1) {
            if let date = DateLine(body[index].text) {
                day = day ?? date.day
            } else if let byline = Byline(body[index].text) {
                author = author ?? byline.author
                day = day ?? byline.day
            } else {
                index += 1
                continue
            }
            body.remove(at: index)
        }
    }

    private mutating func takeDateline() {
        guard let first = body.first, let dateline = Dateline(first.text) else { return }
        publisher = dateline.agency
        day = day ?? dateline.day
        body[0].text = dateline.rest
    }
}

/// Place, date and agency before the first sentence: "NEW CARROW, March 3, 2021 (Reuters) — The river …".
struct Dateline: Hashable {
    var agency: String?
    var day: Day?
    /// The paragraph without it.
    var rest: String

    private static let longest = 90

    init?(_ paragraph: String) {
        let head = paragraph.prefix(Dateline.longest)
        guard let dash = Dateline.dash(in: head) else { return nil }
        var label = head[..<dash.lowerBound]
        if label.hasSuffix(")"), let bracket = label.lastIndex(of: "(") {
            agency = Dateline.agencies[label[label.index(after: bracket)...].dropLast().lowercased()]
            label = label[..<bracket].trimmed
        }
        let words = label.split(separator: " ")
        let found = WrittenDate.find(in: words)
        guard let place = words.first, place.count >= 3, place.allSatisfy({ $0.isUppercase || ".,-'’/".contains($0) }),
              (found?.rest ?? words).allSatisfy(Dateline.belongs) else { return nil }
        day = found?.day
        rest = String(paragraph[dash.upperBound...].trimmed)
        if !rest.startsSentence { return nil }
    }

    private static func dash(in head: Substring) -> Range<Substring.Index>? {
        for dash in [" — ", " – ", " -- ", " - ", "— ", "—"] {
            if let range = head.firstRange(of: dash) { return range }
        }
        return nil
    }

    /// Words of a dateline: places in capitals, countries and states, months and numbers.
    private static func belongs(_ word: Substring) -> Bool {
        guard let first = word.unicodeScalars.first else { return false }
        return first.properties.isUppercase || first.properties.numericType != nil || word == "de" || word == "and"
    }

    private static let agencies = [
        "reuters": "Reuters", "ap": "AP", "afp": "AFP", "upi": "UPI", "dpa": "dpa", "xinhua": "Xinhua",
        "kyodo": "Kyodo", "bloomberg": "Bloomberg", "cnn": "CNN", "cna": "CNA", "pti": "PTI", "ani": "ANI", "efe": "EFE",
        "ansa": "ANSA", "tass": "TASS", "interfax": "Interfax", "yonhap": "Yonhap",
    ]
}
