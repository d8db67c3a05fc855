import Chronology
import Facts
import Questions

/// Reads the times that a question names, with the chronology of the articles.
struct TimeReader {
    /// From which "last August" counts.
    let asOf: Day?

    func read(_ phrase: PrepositionalPhrase, line: QueryCompiler) -> AskedTime? {
        guard phrase.object.noun?.wh == nil else { return nil }
        return read(line.text(phrase.span))
    }

    /// Nil where the words are not a time and nothing else.
    func read(_ words: String) -> AskedTime? {
        guard words.utf8.count <= 80, let (time, relation) = TimeTagger().period(words, asOf: asOf ?? Day(number: 0)) else { return nil }
        guard time.start.day != nil || time.end.day != nil else { return nil }
        return AskedTime(text: words, start: time.start.day, end: time.end.day, relation: relation)
    }
}
