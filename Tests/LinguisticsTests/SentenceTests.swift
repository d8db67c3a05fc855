import Facts
import Linguistics
import Testing

/// Sentences and words of a text, as a reader would mark them.
struct SentenceTests {
    static let model = Result { try LanguageModel.load() }

    /// Words divided by spaces, sentences by " | ".
    static func words(_ text: String) throws -> String {
        try model.get().analyse(text).map { $0.tokens.map(\.form).joined(separator: " ") }.joined(separator: " | ")
    }

    @Test(arguments: [
        ("The mayor of St. Olave resigned on Oct. 3. Her deputy did not.", "The mayor of St. Olave resigned on Oct. 3 . | Her deputy did not ."),
        ("Adm. Ruth P. Oakley spoke. Mr. Dean's aides didn't.", "Adm. Ruth P. Oakley spoke . | Mr. Dean 's aides did n't ."),
        ("He lives in the U.S. The family left.", "He lives in the U.S. | The family left ."),
        ("“We will go. It is time,” said the coach.", "“ We will go . | It is time , ” said the coach ."),
        ("\"Is it over?\" she asked.", "\" Is it over ? \" she asked ."),
        ("Harbour reopens after storm\nLOWTOWN, March 4 – Ships left.", "Harbour reopens after storm | LOWTOWN , March 4 – Ships left ."),
        ("The air-to-ground missile cost $3.5m, 20% more.", "The air - to - ground missile cost $ 3.5 m , 20 % more ."),
        ("The Coast Guard (海上保安庁) said so.", "The Coast Guard ( 海上保安庁 ) said so ."),
        ("They cannot re-enter the non-smoking room.", "They can not re-enter the non-smoking room ."),
        ("In 1969-1970 he called 555-0134.", "In 1969 - 1970 he called 555-0134 ."),
        ("The rescue was about to", "The rescue was about to"),
        ("LOWTOWN — The ferry company said that boats sail again.", "LOWTOWN — The ferry company said that boats sail again ."),
        ("Storm in Lowtown - Two ships lost at sea", "Storm in Lowtown - Two ships lost at sea"),
        ("Holm Motor Company CEO Erik Lund resigned on Monday.", "Holm Motor Company CEO Erik Lund resigned on Monday ."),
        ("The gallery is full of modern art. The sculptures are new.", "The gallery is full of modern art. | The sculptures are new ."),
        ("Ford CEO Alan Lund resigned.", "Ford CEO Alan Lund resigned ."),
        ("Great place to eat Friendly staff and good food We will come back", "Great place to eat Friendly staff and good food | We will come back"),
        ("Thanks for the photos :) I will call you on Monday.", "Thanks for the photos :) | I will call you on Monday ."),
        ("Write to desk@example.org or see www.example.org/news.", "Write to desk@example.org or see www.example.org/news ."),
    ])
    func divides(text: String, expected: String) throws {
        #expect(try Self.words(text) == expected)
    }

    @Test func spansAreTheTextOfTheForms() throws {
        let text = "Zoë’s café — “open”\u{00A0}daily — sells crème brûlée. 🎉🎉\r\nSecond line."
        let scalars = Array(text.unicodeScalars)
        for sentence in try Self.model.get().analyse(text) {
            for token in sentence.tokens {
                #expect(String(String.UnicodeScalarView(scalars[token.span.start..<token.span.end])) == token.form)
            }
        }
    }

    @Test func paragraphsStartWhereLinesDo() throws {
        let sentences = try Self.model.get().analyse("One came. Two came.\n\nThree came.")
        #expect(sentences.map(\.startsParagraph) == [true, false, true])
    }
}
