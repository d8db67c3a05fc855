/// Times the recognition and normalisation of time expressions alone: files are analysed first, then tagged again and again.
///
/// usage: timing FILE…
import Chronology
import Facts
import Foundation
import Linguistics

let texts = try CommandLine.arguments.dropFirst().map { try String(contentsOfFile: $0, encoding: .utf8) }
guard !texts.isEmpty else {
    print("usage: timing FILE…")
    exit(64)
}
let model = try LanguageModel.load()
let analysed = texts.map { text in
    model.analyse(text).map { $0.tokens.map { Word(span: $0.span, form: $0.form, lemma: $0.lemma, xpos: $0.xpos) } }
}
let bytes = texts.reduce(0) { $0 + $1.utf8.count }
let tagger = TimeTagger()
let published = Day(year: 2024, month: 7, day: 27)
let clock = ContinuousClock()
var rates: [Double] = []
var expressions = 0
for _ in 0..<21 {
    let begun = clock.now
    expressions = analysed.reduce(0) { $0 + tagger.tag(sentences: $1, published: published).count }
    let spent = (clock.now - begun).components
    rates.append(Double(bytes) / 1e6 / (Double(spent.seconds) + Double(spent.attoseconds) / 1e18))
}
print(String(format: "%.2f MB/s (median of 21), %d bytes, %d expressions", rates.sorted()[10], bytes, expressions))
