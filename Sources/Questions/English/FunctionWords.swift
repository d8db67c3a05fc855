/// The closed word classes of English, as far as questions use them.
struct FunctionClass: OptionSet, Hashable, Sendable {
    let rawValue: UInt32
    static let article = Self(rawValue: 1 << 0)
    /// this, that, these, those
    static let demonstrative = Self(rawValue: 1 << 1)
    /// some, every, no, many …
    static let quantifier = Self(rawValue: 1 << 2)
    static let pronoun = Self(rawValue: 1 << 3)
    /// his, its, their …
    static let possessive = Self(rawValue: 1 << 4)
    static let wh = Self(rawValue: 1 << 5)
    static let preposition = Self(rawValue: 1 << 6)
    static let coordinator = Self(rawValue: 1 << 7)
    static let subordinator = Self(rawValue: 1 << 8)
    static let be = Self(rawValue: 1 << 9)
    static let have = Self(rawValue: 1 << 10)
    static let do_ = Self(rawValue: 1 << 11)
    static let modal = Self(rawValue: 1 << 12)
    static let negation = Self(rawValue: 1 << 13)
    static let particle = Self(rawValue: 1 << 14)
    /// Adverbs that stand between auxiliary and verb, or at the end: already, also, still …
    static let adverb = Self(rawValue: 1 << 15)
    static let auxiliary: Self = [.be, .have, .do_, .modal]
}

/// The tables of closed-class words.
enum FunctionWords {
    static let classes: [String: FunctionClass] = {
        var table: [String: FunctionClass] = [:]
        func add(_ words: String, _ class_: FunctionClass) {
            for word in wordList(words) { table[word, default: []].insert(class_) }
        }
        add("a an the", .article)
        add("this that these those", .demonstrative)
        add(
            """
            some any every each all no most both many several few fewer much more less another other either neither half enough
            such various
            """, .quantifier)
        add(
            """
            i you he she it we they me him her us them there this that these those one ones himself herself itself themselves
            something anything everything nothing someone anyone everyone nobody somebody anybody everybody none others here
            """, .pronoun)
        add("my your his her its our their", .possessive)
        add("who whom whose what which when where why how whoever whatever", .wh)
        add(
            """
            about above across after against along alongside amid among amongst around as at before behind below beneath beside
            besides between beyond by concerning despite down during except for from in including inside into like near of off
            on onto opposite outside over past per regarding since than through throughout to toward towards under underneath
            until till up upon versus via with within without worth
            """, .preposition)
        add("and or but nor &", .coordinator)
        add("when if because before after since while although though until till once unless as whereas whether", .subordinator)
        add("be am is are was were been being 're 'm", .be)
        add("have has had having 've", .have)
        add("do does did done doing", .do_)
        add("will would can could shall should may might must ought 'll 'd cannot", .modal)
        add("not n't never", .negation)
        add("up out off down back away over in on through around about along apart aside forward together ahead by after", .particle)
        add(
            """
            already also always still ever just now currently once only again even recently previously formerly originally
            eventually finally initially officially actually really then soon often usually ultimately alone too yet well else
            today yesterday tomorrow tonight so very reportedly allegedly
            """, .adverb)
        return table
    }()

    /// Prepositions of several words, longest first for each first word.
    static let longPrepositions: [String: [[String]]] = {
        let phrases = [
            "because of", "according to", "south of", "north of", "east of", "west of", "southeast of", "southwest of",
            "northeast of", "northwest of", "next to", "due to", "out of", "instead of", "in front of", "on behalf of", "as part of",
            "along with", "together with", "ahead of", "prior to", "close to", "such as", "other than", "rather than",
            "apart from", "aside from", "in addition to", "in response to", "thanks to", "regardless of", "outside of",
            "inside of", "as a result of", "in spite of", "by means of", "with respect to", "with regard to", "up to",
            "as of", "on top of", "in favor of", "in favour of", "in charge of", "in terms of", "as well as", "in light of",
            "on account of", "by way of", "at the hands of", "in the course of", "in connection with", "in support of",
        ]
        let words = phrases.map(wordList)
        return Dictionary(grouping: words) { $0[0] }.mapValues { $0.sorted { $0.count > $1.count } }
    }()

    /// Prepositions whose phrase mostly belongs to the verb.
    static let verbPrepositions = Set(
        wordList(
            """
            by into through over against during via onto as throughout despite without until till since across along toward towards
            """) + ["because of", "due to", "according to"])

    static let abbreviations = Set(
        wordList(
            """
            mr mrs ms dr prof adm gen lt col sgt capt maj gov sen rep rev st jr sr no vs etc inc corp ltd co jan feb mar apr jun jul
            aug sep sept oct nov dec
            """))

    /// Verbs that report what somebody says or thinks: they take a clause without "that".
    static let sayingVerbs = Set(
        wordList(
            """
            say think believe claim report announce know suggest mean argue warn note tell state hope expect declare predict add
            acknowledge admit agree confirm deny insist fear feel find hear learn reveal show understand write assert estimate
            mention conclude explain promise indicate allege assume doubt ask wonder
            """))
    /// "give X Y".
    static let givingVerbs = Set(
        wordList(
            """
            give send sell offer tell show award grant pay lend teach ask cost promise owe hand pass bring buy deny charge fine
            allow assign allocate provide leave earn win save
            """))
    /// "call X Y", "elect X president".
    static let namingVerbs = Set(
        wordList(
            """
            call name elect appoint make declare consider dub label brand crown vote term deem title nickname choose designate
            """))
    /// "make X collapse".
    static let causativeVerbs = Set(wordList("make let help have see watch hear"))
    /// "find X guilty", "plead guilty", "go bankrupt".
    static let adjectiveVerbs = Set(
        wordList(
            """
            find keep leave get drive render prove hold set make declare consider plead go come fall run stand die return deem
            """))
    /// "become old", "remain a member".
    static let linkingVerbs = Set(wordList("be become remain seem appear feel look stay get grow turn prove sound"))
    /// Verbs that hand their subject on to the infinitive after them; with it they make one verb group.
    static let catenatives = Set(
        wordList(
            """
            expect plan intend hope want wish need agree promise vow pledge decide aim seek continue begin start manage try attempt
            choose prepare have use come tend happen help get seem appear end go vote threaten refuse fail offer propose
            """))
    /// "is expected to", "is likely to".
    static let raisingWords = Set(
        wordList(
            """
            expected likely unlikely going set due supposed scheduled planned about able unable allowed required bound slated
            projected believed said reported thought known ready obliged forced meant permitted intended
            """))
}
