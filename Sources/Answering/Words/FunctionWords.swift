/// Words that carry no content of their own in a question or a phrase.
enum FunctionWords {
    static func contains(_ word: String) -> Bool { all.contains(word) }

    private static let all: Set<String> = Set("""
        a an the this that these those some any every each all no both other another such same own
        i you he she it we they me him her us them my your his its our their mine yours hers ours theirs himself herself itself themselves
        who whom whose which what when where why how
        of to in on at for by with from into onto upon about over under between among during within without through against toward towards
        as than then so too also very just even still yet already only ever there here not n't nor or and but if because while although though
        be is am are was were been being do does did done doing have has had having will would shall should can could may might must
        something anything everything nothing someone somebody anyone anybody everyone everybody nobody
        much many few
        s t up out off down
        """.utf8.split { $0 == 0x20 || $0 == 0x0a }.map { String(Substring($0)) })
}
