/// The irregular forms of the common English verbs: what a search by stems does not find by the base form.
public enum IrregularVerbs {
    /// The past and participle of a base form where they are irregular; of a prefixed verb ("overthrow") those of its stem.
    public static func forms(of lemma: String) -> [String] {
        if let forms = table[lemma] { return forms }
        for prefix in ["over", "under", "out", "re", "mis", "with", "fore", "up", "un"] where lemma.hasPrefix(prefix) {
            if let forms = table[String(lemma.dropFirst(prefix.count))] { return forms.map { prefix + $0 } }
        }
        return []
    }

    private static let table: [String: [String]] = {
        var table: [String: [String]] = [:]
        for line in TableText.list(verbs, at: "\n") {
            let words = TableText.list(line, at: " ")
            table[words[0]] = Array(words.dropFirst())
        }
        return table
    }()

    private static let verbs = """
        arise arose arisen
        awake awoke awoken
        be was were been is are
        bear bore borne
        become became
        begin began begun
        bend bent
        bind bound
        bite bit bitten
        bleed bled
        blow blew blown
        break broke broken
        breed bred
        bring brought
        build built
        burn burnt
        buy bought
        catch caught
        choose chose chosen
        cling clung
        come came
        creep crept
        deal dealt
        dig dug
        do did done
        draw drew drawn
        dream dreamt
        drink drank drunk
        drive drove driven
        eat ate eaten
        fall fell fallen
        feed fed
        feel felt
        fight fought
        find found
        flee fled
        fly flew flown
        forbid forbade forbidden
        forget forgot forgotten
        forgive forgave forgiven
        freeze froze frozen
        get got gotten
        give gave given
        go went gone
        grind ground
        grow grew grown
        hang hung
        have had has
        hear heard
        hide hid hidden
        hold held
        keep kept
        kneel knelt
        know knew known
        lay laid
        lead led
        leap leapt
        learn learnt
        leave left
        lend lent
        lie lay lain
        light lit
        lose lost
        make made
        mean meant
        meet met
        pay paid
        prove proven
        ride rode ridden
        ring rang rung
        rise rose risen
        run ran
        say said
        see saw seen
        seek sought
        sell sold
        send sent
        shake shook shaken
        shine shone
        shoot shot
        show shown
        shrink shrank shrunk
        sing sang sung
        sink sank sunk
        sit sat
        sleep slept
        slide slid
        speak spoke spoken
        speed sped
        spend spent
        spin spun
        spring sprang sprung
        stand stood
        steal stole stolen
        stick stuck
        sting stung
        strike struck stricken
        strive strove striven
        swear swore sworn
        sweep swept
        swim swam swum
        swing swung
        take took taken
        teach taught
        tear tore torn
        tell told
        think thought
        throw threw thrown
        tread trod trodden
        understand understood
        wake woke woken
        wear wore worn
        weave wove woven
        weep wept
        win won
        wind wound
        withdraw withdrew withdrawn
        write wrote written
        """
}
