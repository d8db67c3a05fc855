import Facts

extension FactStore {
    /// All documents with their texts, by name.
    public func documents() throws(StoreError) -> [StoredDocument] {
        try read { db in
            let all = try db.rows("select \(StoredDocument.columns) from document order by name", [], StoredDocument.init)
            return scope.map { scope in all.filter { scope.contains($0.id) } } ?? all
        }
    }

    /// The day of the newest article with a known date; nil if there is none. Reads no texts.
    public func newestPublication() throws(StoreError) -> Day? {
        try read { db in
            let sql = "select published from document where published is not null and kind <> 'assertion' order by published desc limit 1"
            return try db.first(sql) { Day(number: $0[0]) }
        }
    }

    /// Whether there is any article or excerpt beside the tables.
    public func hasArticles() throws(StoreError) -> Bool {
        try read { db in
            try db.first("select exists (select 1 from document where kind in ('article', 'excerpt'))") { $0[0] } ?? false
        }
    }

    /// Whether anything was imported: tables, or quoted sentences with facts.
    func hasImports() throws(StoreError) -> Bool {
        try read { db in
            try db.names.hasImports {
                try db.first("select exists (select 1 from document where kind in ('table', 'excerpt'))") { $0[0] } ?? false
            }
        }
    }

    /// Nil if the store has no document of that name.
    public func document(_ id: String) throws(StoreError) -> StoredDocument? {
        try read { db in
            try db.first("select \(StoredDocument.columns) from document where name = ?", [id], StoredDocument.init)
        }
    }

    /// The sentences of a document in order; none for an unknown document.
    public func sentences(of document: String) throws(StoreError) -> [StoredSentence] {
        try read { db in
            try db.rows("""
                select \(StoredSentence.columns) from sentence s join document d on d.id = s.document where d.name = ? order by s.number
                """, [document], StoredSentence.init)
        }
    }

    public func sentence(_ document: String, _ index: Int) throws(StoreError) -> StoredSentence? {
        try read { db in
            try db.first("""
                select \(StoredSentence.columns) from sentence s join document d on d.id = s.document where d.name = ? and s.number = ?
                """, [document, index], StoredSentence.init)
        }
    }

    /// Sentences that speak of the words, the best first (BM25 over stemmed words), ties in the order of the text.
    ///
    /// Sentences with all of the words come before those with some of them. Any text may be given: it is taken apart into words, and
    /// what would be an operator of the search language is a word like others.
    public func search(_ words: String, limit: Int = 20) throws(StoreError) -> [StoredSentence] {
        let search = PassageSearch(words)
        guard !search.isEmpty, limit > 0 else { return [] }
        return try read { db in
            let most = scope == nil ? limit : Int(Int32.max)
            func inScope(_ sentences: [StoredSentence]) -> [StoredSentence] {
                scope.map { scope in sentences.filter { scope.contains($0.document) } } ?? sentences
            }
            let all = inScope(try db.sentences(matching: search, limit: most))
            guard all.count < limit, search.words.count > 1 else { return Array(all.prefix(limit)) }
            let enough = scope == nil ? limit + all.count : most
            let some = inScope(try db.sentences(matching: search.some, limit: enough))
            let found = Set(all)
            return Array((all + some.filter { !found.contains($0) }).prefix(limit))
        }
    }

    /// Document and number of the sentences that `search` finds, in no particular order. Ranks them only where there are more than
    /// `limit`, which takes half of a search's time.
    public func places(matching words: String, limit: Int) throws(StoreError) -> [(document: String, index: Int)] {
        let search = PassageSearch(words)
        guard !search.isEmpty, limit > 0 else { return [] }
        if scope == nil {
            let found = try read { db in try db.places(matching: search.some, limit: limit) }
            if found.count < limit { return found }
        }
        return try self.search(words, limit: limit).map { ($0.document, $0.index) }
    }
}

extension StoredDocument {
    static let columns = """
        name, kind, title, publisher, author, url, published, published_origin, published_reason, text
        """

    init(_ row: ResultRow) {
        let day: Int32? = row[6]
        self.init(id: row[0], kind: Kind(rawValue: row[1]) ?? .article, title: row[2], publisher: row[3], author: row[4], url: row[5],
                  published: day.map(Day.init(number:)), publishedOrigin: row[7], publishedReason: row[8], text: row[9])
    }
}

extension StoredSentence {
    static let columns = "d.name, s.number, s.start, s.stop, s.starts_paragraph, s.text"

    init(_ row: ResultRow) {
        self.init(document: row[0], index: row[1], span: Span(stored: row[2], row[3]), startsParagraph: row[4], text: row[5])
    }
}

extension Span {
    /// A span from columns, made sound if a damaged store has a senseless one.
    init(stored start: Int, _ stop: Int) {
        let start = max(0, start)
        self.init(start, max(start, stop))
    }
}
