import Extraction
import FactStore
import Facts
import Linguistics

/// CoNLL-U, as Universal Dependencies define it: read for its sentences and tokens, written with our tags and trees.
enum Treebank {
    struct Document {
        var id: String
        var text = ""
        /// Spans of each sentence's words in `text`.
        var sentences: [[Span]] = []
    }

    /// Words are joined by spaces (none after `SpaceAfter=No`), sentences by line feeds. Multiword tokens and empty nodes are left out.
    static func documents(in text: String, file: String) throws -> [Document] {
        var documents: [Document] = []
        var length = 0
        var words: [Span] = []
        func closeSentence() {
            guard !words.isEmpty else { return }
            documents[documents.count - 1].sentences.append(words)
            documents[documents.count - 1].text += "\n"
            length += 1
            words = []
        }
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("# newdoc") || documents.isEmpty && line.hasPrefix("# sent_id") {
                closeSentence()
                documents.append(Document(id: "\(file)#\(documents.count + 1)"))
                length = 0
            }
            if line.isEmpty { closeSentence() }
            guard let first = line.first, first.isNumber else { continue }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == 10 else { throw StoreError.badInput("\(file):\(number + 1): a word needs 10 fields, this has \(fields.count)") }
            guard Int(fields[0]) != nil else { continue }
            if documents.isEmpty { documents.append(Document(id: "\(file)#1")) }
            let form = String(fields[1])
            let start = length
            documents[documents.count - 1].text += form
            length += form.unicodeScalars.count
            words.append(Span(start, length))
            if !fields[9].contains("SpaceAfter=No") {
                documents[documents.count - 1].text += " "
                length += 1
            }
        }
        if !documents.isEmpty { closeSentence() }
        return documents
    }

    static func text(of reading: Reading) -> String {
        var output = "# newdoc id = \(reading.article.id)\n"
        for (index, sentence) in reading.sentences.enumerated() {
            output += "# sent_id = \(index + 1)\n"
            for (position, token) in sentence.tokens.enumerated() {
                let isLast = position + 1 == sentence.tokens.count
                let touches = !isLast && sentence.tokens[position + 1].span.start == token.span.end
                let fields = [
                    "\(position + 1)", token.form, token.lemma, token.upos, token.xpos, "_", "\(token.head + 1)", token.deprel, "_",
                    touches ? "SpaceAfter=No" : "_",
                ]
                output += fields.joined(separator: "\t") + "\n"
            }
            output += "\n"
        }
        return output
    }
}
