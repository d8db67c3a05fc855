import Testing
@testable import Answering

@Suite struct ConflictTests {
    private func conflicts(_ text: String, _ name: String = #function) throws -> [String] {
        let store = try ReadStore(text, named: name).store
        return try ConflictFinder(store: store).conflicts().map { "\($0.rule): \($0.sides.map(\.text).joined(separator: " | "))" }
    }

    @Test(arguments: [
        ("The storm killed 12 people in May. The storm killed 15 people in May.", "count: 12 people | 15 people"),
        ("Tom Bram was born in 1950. Tom Bram was born in 1948.", "birth: 1950 | 1948"),
        ("Tom Bram died in 1990. Tom Bram died in 1991.", "death: 1990 | 1991"),
        ("Ann Lee, the mayor of Larkin, spoke. Joan Reid, the mayor of Larkin, left.", "office: Ann Lee | Joan Reid"),
        ("Hebrid Lines owns the ferry Aurora. Hebrid Lines does not own the ferry Aurora.", "truth: affirmed | denied"),
        ("Ann Lee met Tom Reid in Oslo on 3 March 2021. Ann Lee met Tom Reid in Lisbon on 3 March 2021.", "place: Oslo | Lisbon"),
        ("Tom Bram, 51, sang. Tom Bram was born in 1950.", "birth: 51 years old | 1950"),
    ])
    func contradictionsAreFound(text: String, conflict: String) throws {
        #expect(try conflicts(text) == [conflict])
    }

    @Test(arguments: [
        "The storm killed 12 people in May. The storm killed at least 10 people in May.",
        "The storm killed 12 people in May 2019. The storm killed 15 people in May 2021.",
        "Tom Bram was born in 1950. Ann Lee was born in 1948.",
        "Ann Lee, the mayor of Larkin, spoke. Joan Reid, a former mayor of Larkin, left.",
        "Norwegian President Ann Lee spoke in Oslo. Former Norwegian President Joan Reid left.",
        "Ann Lee, the mayor of Larkin, spoke. Joan Reid, the mayor of Oslo, left.",
        "Ann Lee, a member of the council, spoke. Joan Reid, a member of the council, left.",
        "Hebrid Lines owned the ferry Aurora in 1990. Hebrid Lines did not own the ferry Aurora in 2010.",
        "Ann Lee met Tom Reid in Oslo on 3 March 2021. Ann Lee met Tom Reid in Norway on 3 March 2021.",
        "Ann Lee met Tom Reid in Oslo on 3 March 2021. Ann Lee met Tom Reid in Lisbon on 4 March 2021.",
        "Tom Bram, 73, sang. Tom Bram was born in 1950.",
    ])
    func whatCanBothBeIsNone(text: String) throws {
        #expect(try conflicts(text) == [])
    }

    @Test func offices() throws {
        let offices = try SingleOffices()
        for office in ["mayor", "Foreign Minister", "Secretary of State", "prime minister", "head of the navy"] { #expect(offices.isSingle(office)) }
        for office in ["minister", "deputy mayor", "former president", "senator", "a director", "vice president", "adviser"] {
            #expect(!offices.isSingle(office))
        }
    }
}
