/// The words of time phrases. What a phrase means is for `Chronology` to say; the grammar only knows where it ends.
enum TimeWords {
    static let months = Set(
        wordList(
            """
            january february march april may june july august september october november december jan feb mar apr jun jul aug sep
            sept oct nov dec jan. feb. mar. apr. aug. sept. oct. nov. dec.
            """))
    static let weekdays = Set(
        wordList(
            """
            monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
            """))
    static let units = Set(
        wordList(
            """
            second minute hour day week weekend fortnight month quarter year decade century millennium seconds minutes hours days
            weeks weekends months quarters years decades centuries night nights morning afternoon evening season
            """))
    static let seasons = Set(wordList("spring summer autumn fall winter"))
    static let relative = Set(wordList("yesterday today tomorrow tonight"))
    static let deictic = Set(wordList("last this next past coming previous following every each recent that"))
    static let parts = Set(wordList("early late mid beginning start end middle first second half morning evening afternoon night eve"))
    static let prepositions = Set(
        wordList(
            """
            in on at by before after since until till from during between within throughout for over around about through as of
            """))
    static let festivals = Set(wordList("christmas easter thanksgiving"))
}
