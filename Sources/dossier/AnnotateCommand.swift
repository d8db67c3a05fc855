import ArgumentParser
import Articles
import Console
import Dispatch
import Extraction
import FactStore
import struct Facts.Day
import Foundation
import Linguistics
import Presentation

struct Annotate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate",
        abstract: "Print stand-off annotations of any text as JSON Lines.",
        discussion: """
        With “-”, reads JSON Lines ({"id", "text", "published"}) from standard input and writes one line for each, in order; a text is \
        never split or trimmed. All offsets count Unicode scalars of “text”.
        """)

    enum Format: String, CaseIterable, ExpressibleByArgument { case json, jsonl, conllu }
    enum Source: String, CaseIterable, ExpressibleByArgument { case text, conllu }

    @Option(name: .long, help: "Day of publication, where the text doesn't say.") var published: Day?
    @Option(name: .long, help: "Comma-separated: sentences, tokens, entities, times, facts (default: all).") var layers: String?
    @Option(name: .long, help: "json, jsonl or conllu.") var format: Format = .jsonl
    @Option(name: .long, help: "What the input is: text, or conllu for sentences and tokens as given.") var from: Source = .text
    @Argument(help: "Files; “-” is standard input.", completion: .file()) var files: [String]

    func run() throws {
        try ExitStatus.guarding {
            let annotator = try Annotator(layers: try chosenLayers(), format: format, published: published)
            for file in files {
                switch (file, from) {
                case ("-", .text): try annotator.annotateStream()
                case (_, .conllu): try annotator.annotate(treebank: file)
                case (_, .text): try annotator.annotate(file: file)
                }
            }
            annotator.finish()
            return 0
        }
    }

    private func chosenLayers() throws -> [AnnotationLayer] {
        guard let layers else { return AnnotationLayer.allCases }
        return try layers.split(separator: ",").map { name in
            guard let layer = AnnotationLayer(rawValue: String(name)) else {
                let known = AnnotationLayer.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("no layer “\(name)”; there are \(known)")
            }
            return layer
        }
    }
}

/// Reads documents in batches on all cores and writes them in order.
final class Annotator {
    private static let batchSize = 64
    private let model: LanguageModel
    private let reader: LayeredReader
    private let layers: [AnnotationLayer]
    private let format: Annotate.Format
    private let published: Day?
    private var collected: [JSONValue] = []

    init(layers: [AnnotationLayer], format: Annotate.Format, published: Day?) throws {
        model = try LanguageModel.load()
        let needsExtraction = format != .conllu && layers.contains { $0 == .entities || $0 == .times || $0 == .facts }
        reader = LayeredReader(model: model, extractor: needsExtraction ? try Extractor(model: model) : nil)
        self.layers = layers
        self.format = format
        self.published = published
    }

    func annotateStream() throws {
        var input = InputLines(descriptor: 0)
        var number = 0
        while true {
            let batch = try input.batch(most: Self.batchSize)
            guard !batch.isEmpty else { return }
            let articles = try batch.enumerated().compactMap { offset, line in
                try StreamedDocument.article(in: line, number: number + offset + 1, published: published)
            }
            number += batch.count
            write(articles)
        }
    }

    func annotate(file: String) throws {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let found = try ArticleReader().read(file: ArticleFile(name: name, path: file))
        for note in found.notes { Output.complain(note) }
        let articles = reader.dated(found.articles.map { article in
            var article = article
            if article.published == nil, let published { article.published = PublicationDate(day: published, origin: .given) }
            return article
        })
        for start in stride(from: 0, to: articles.count, by: Self.batchSize) {
            write(Array(articles[start..<min(start + Self.batchSize, articles.count)]))
        }
    }

    func annotate(treebank file: String) throws {
        guard let bytes = StandardStreams.contents(of: file) else { throw InputProblem(path: file, reason: StandardStreams.reason) }
        for document in try Treebank.documents(in: String(decoding: bytes, as: UTF8.self), file: file) {
            let sentences = model.analyse(sentences: document.sentences, of: document.text)
            let article = Article(id: document.id, text: document.text)
            emit(Reading(article: article, sentences: sentences, entities: [], mentions: [], times: [], facts: []))
        }
    }

    func finish() {
        if format == .json { Output.write(JSONValue.array(collected).encoded + "\n") }
    }

    private func write(_ articles: [Article]) {
        for reading in OrderedBatch.map(articles, reader.read) { emit(reading) }
    }

    private func emit(_ reading: Reading) {
        switch format {
        case .jsonl: Output.write(JSONValue(reading, layers: layers).encoded + "\n")
        case .json: collected.append(JSONValue(reading, layers: layers))
        case .conllu: Output.write(Output.isTerminal ? SafeText.visible(Treebank.text(of: reading)) : Treebank.text(of: reading))
        }
    }
}

/// Reads as far as the layers need: without an extractor, the text is analysed and no more.
private struct LayeredReader: Sendable {
    let model: LanguageModel
    let extractor: Extractor?

    /// As a build dates the articles of a file.
    func dated(_ articles: [Article]) -> [Article] { extractor?.dating(articles) ?? articles }

    func read(_ article: Article) -> Reading {
        if let extractor { return extractor.read(article) }
        return Reading(article: article, sentences: model.analyse(article.text), entities: [], mentions: [], times: [], facts: [])
    }
}

/// One line of the streamed form.
private struct StreamedDocument: Decodable {
    var id: String?
    var text: String
    var published: String?

    static func article(in line: ArraySlice<UInt8>, number: Int, published: Day?) throws -> Article? {
        guard line.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) else { return nil }
        guard let document = try? JSONDecoder().decode(StreamedDocument.self, from: Data(line)) else {
            throw StoreError.badInput("standard input:\(number): not a JSON object with a “text”")
        }
        guard document.text.utf8.count <= ArticleReader.mostBytesOfArticle else {
            throw StoreError.badInput("standard input:\(number): a text of \(document.text.utf8.count >> 20) MB, at most \(ArticleReader.mostBytesOfArticle >> 20) are read; split it")
        }
        let day = document.published.flatMap { Day(iso: $0.prefix(10)) } ?? published
        return Article(id: document.id ?? "\(number)", published: day.map { PublicationDate(day: $0, origin: .given) }, text: document.text)
    }
}
