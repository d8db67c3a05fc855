import Articles
import Dispatch
import Extraction
import Facts
import Foundation
import GRDB

/// One run of a builder over its files.
struct BuildRun {
    var summary = StoreBuilder.Summary()
    private(set) var hasChanged = false

    private let draft: StoreDraft
    private let model: String
    private let date: @Sendable ([Article]) -> [Article]
    private let read: @Sendable (Article) -> Reading
    private var batch = Batch()
    /// What the batch before was read into, to be written while the next one is read.
    private var finished = Batch.Result()
    /// Locations of this run's files, by name.
    private var locations: [String: String] = [:]
    private var position = StoreBuilder.Progress(files: 0, totalFiles: 0, bytes: 0, totalBytes: 0, documents: 0, facts: 0)

    /// A batch is read when it has this many characters to each core: long enough to keep the cores busy, short enough for a
    /// smooth progress.
    private static let charactersPerCore = 50_000
    private static let mostCharacters = charactersPerCore * ProcessInfo.processInfo.activeProcessorCount

    init(draft: StoreDraft, model: String, date: @escaping @Sendable ([Article]) -> [Article],
         read: @escaping @Sendable (Article) -> Reading) {
        self.draft = draft
        self.model = model
        self.date = date
        self.read = read
        hasChanged = draft.isResumed
    }

    mutating func readFiles(_ files: [ArticleFile], progress: (StoreBuilder.Progress) throws(StoreError) -> Void) throws {
        try noteModel()
        position.totalFiles = files.count
        position.totalBytes = files.reduce(0) { $0 + BuildRun.size($1) }
        var failures: [ArticleError] = []
        for file in files {
            do {
                try add(file, progress)
            } catch let error as ArticleError {
                failures.append(error)
                summary.notes.append("\(error), passed over")
            }
            position.files += 1
        }
        if let error = failures.first, failures.count == files.count { throw StoreError.input(error) }
        try readBatch()
        try progress(position)
        try readBatch()
        try progress(position)
    }

    /// Takes out the files that no longer exist.
    mutating func prune() throws {
        let removed = try draft.write { db in
            let writer = StoreWriter(db)
            let files = try Row.fetchAll(db, sql: "select id, location from file where location like '/%' order by name")
            let gone = files.filter { !FileManager.default.fileExists(atPath: $0[1]) }
            for file in gone { try writer.removeFile(file[0]) }
            return gone.count
        }
        summary.filesRemoved += removed
        if removed > 0 { hasChanged = true }
    }

    /// Says in the store which program has read last.
    private mutating func noteModel() throws {
        let isNew = try draft.write { db in
            try db.execute(sql: """
                insert into meta values('model', ?) on conflict(name) do update set value = excluded.value where value <> excluded.value
                """, arguments: [model])
            return db.changesCount > 0
        }
        if isNew { hasChanged = true }
    }

    /// Puts the articles of a file into the batch, unless the store has them.
    private mutating func add(_ file: ArticleFile, _ progress: (StoreBuilder.Progress) throws(StoreError) -> Void) throws {
        var file = file
        let location = BuildRun.location(file)
        file.name = try draft.write { [locations] db in try StoreWriter(db).distinctName(file.name, location: location, taken: locations) }
        locations[file.name] = location
        let contents = try FileContents(file)
        let source = SourceFile(name: file.name, location: location, hash: contents.hash, bytes: contents.size, model: model)
        position.bytes += contents.size
        if try draft.write({ db in try StoreWriter(db).isKnown(source) }) {
            summary.filesUnchanged += 1
            return
        }
        let result = try ArticleReader().read(contents)
        summary.notes += result.notes
        let articles = date(result.articles)
        var start = 0
        repeat {
            let piece = articles[start...].prefix(charactersOfBatch: BuildRun.mostCharacters - batch.characters)
            start = piece.endIndex
            batch.add(Batch.Piece(source: source, isFirst: piece.startIndex == 0, isLast: start == articles.count, articles: piece.count), Array(piece))
            if batch.characters >= BuildRun.mostCharacters {
                try readBatch()
                try progress(position)
            }
        } while start < articles.count
    }

    /// Reads the batch on all cores and writes the one before it at the same time.
    private mutating func readBatch() throws {
        let articles = batch.articles
        let finished = finished
        let slots = Slots<Reading>(count: articles.count)
        let written = Slots<Result<Void, any Error>>(count: 1)
        let read = read
        // Only iteration 0 touches the draft.
        nonisolated(unsafe) let output = draft
        DispatchQueue.concurrentPerform(iterations: articles.count + 1) { index in
            if index == 0 {
                written[0] = Result { try output.write { db in try finished.write(StoreWriter(db)) } }
            } else {
                slots[index - 1] = read(articles[index - 1])
            }
        }
        try written[0]?.get()
        let readings = slots.values
        let facts = readings.reduce(0) { $0 + $1.facts.count }
        if !finished.pieces.isEmpty { hasChanged = true }
        summary.filesRead += batch.pieces.count(where: \.isLast)
        summary.documents += readings.count
        summary.facts += facts
        position.documents += readings.count
        position.facts += facts
        self.finished = Batch.Result(pieces: batch.pieces, readings: readings)
        batch = Batch()
    }

    private static func size(_ file: ArticleFile) -> Int {
        var status = stat()
        return stat(file.path, &status) == 0 ? Int(status.st_size) : 0
    }

    private static func location(_ file: ArticleFile) -> String {
        file.path == "-" ? "-" : URL(fileURLWithPath: file.path).standardizedFileURL.path
    }
}

/// Articles that are read together.
struct Batch {
    /// Of a file: all of its articles, or some of a large one.
    struct Piece {
        var source: SourceFile
        var isFirst: Bool
        var isLast: Bool
        var articles: Int
    }

    private(set) var pieces: [Piece] = []
    private(set) var articles: [Article] = []
    private(set) var characters = 0

    mutating func add(_ piece: Piece, _ articles: [Article]) {
        pieces.append(piece)
        self.articles += articles
        characters += articles.reduce(0) { $0 + $1.text.utf8.count }
    }

    /// A batch that was read.
    struct Result {
        var pieces: [Piece] = []
        var readings: [Reading] = []

        func write(_ writer: StoreWriter) throws {
            var next = 0
            for piece in pieces {
                var source = piece.source
                // Until its last piece is written the file counts as unread: an interrupted build reads it again.
                if !piece.isLast { source.hash = "" }
                let row = try piece.isFirst ? writer.replace(source) : writer.update(source)
                for reading in readings[next..<next + piece.articles] { try writer.add(reading, file: row) }
                next += piece.articles
            }
        }
    }
}

private extension ArraySlice<Article> {
    /// At least one, and no more once they have so many characters.
    func prefix(charactersOfBatch most: Int) -> ArraySlice<Article> {
        var characters = 0
        let end = indices.first { index in
            defer { characters += self[index].text.utf8.count }
            return characters >= most && index > startIndex
        }
        return self[startIndex..<(end ?? endIndex)]
    }
}

/// Places that threads fill, each its own; read when all have ended.
private final class Slots<Value>: @unchecked Sendable {
    private let storage: UnsafeMutableBufferPointer<Value?>

    init(count: Int) {
        storage = .allocate(capacity: count)
        storage.initialize(repeating: nil)
    }

    deinit {
        storage.deinitialize()
        storage.deallocate()
    }

    subscript(index: Int) -> Value? {
        get { storage[index] }
        set { storage[index] = newValue }
    }

    var values: [Value] { storage.compactMap { $0 } }
}
