import Extraction
import Facts
import Testing

@Suite struct TitleTests {
    @Test(arguments: [
        ("Norway's Foreign Minister Margaret Olsen left.", "Margaret Olsen", "Foreign Minister", "Norway"),
        ("US Secretary of State Daniel Whitford left.", "Daniel Whitford", "Secretary of State", "US"),
        ("Peruvian President Rosa Quispe left.", "Rosa Quispe", "President", "Peruvian"),
        ("The United Nations spokesman Daniel Whitford left.", "Daniel Whitford", "spokesman", "United Nations"),
        ("U.S. Ambassador to Norway Daniel Whitford left.", "Daniel Whitford", "Ambassador to Norway", "U.S."),
    ])
    func aTitleIsSplitIntoOfficeAndOwner(text: String, person: String, office: String, owner: String) throws {
        let title = try #require(EntityReading(text).mention(person)?.title)
        #expect(title.office == office)
        #expect(title.owner == owner)
        #expect(title.ownerOrigin == .stated)
    }

    @Test func theOwnerOfTheFirstInAListIsTheOwnerOfTheNext() throws {
        let reading = try EntityReading(
            "Norway's Foreign Minister Margaret Olsen, Defense Minister Henrik Dahl and Peruvian President Rosa Quispe met.")
        let inherited = try #require(reading.mention("Henrik Dahl")?.title)
        #expect(inherited.owner == "Norway")
        #expect(inherited.ownerOrigin == .list)
        #expect(inherited.ownerEntity == reading.mention("Norway")?.entity)
        #expect(reading.mention("Rosa Quispe")?.title?.owner == "Peruvian")
    }

    @Test func anOfficeThatOnlyOneCountryHasNamesItsOwner() throws {
        let title = try #require(EntityReading("Secretary of State Daniel Whitford left.").mention("Daniel Whitford")?.title)
        #expect(title.owner == "United States")
        #expect(title.ownerOrigin == .office)
    }

    @Test func anOfficeThatManyCountriesHaveHasNoOwnerUnlessStated() throws {
        let title = try #require(EntityReading("Defense Minister Henrik Dahl left.").mention("Henrik Dahl")?.title)
        #expect(title.owner == nil)
    }

    @Test func formerHoldersAndRanksAreTold() throws {
        let reading = try EntityReading("Former President Rosa Quispe met retired Rear Admiral Henrik Dahl and Mr. Daniel Whitford.")
        #expect(reading.mention("Rosa Quispe")?.title?.status == "former")
        #expect(reading.mention("Henrik Dahl")?.title?.kind == .rank)
        #expect(reading.mention("Henrik Dahl")?.title?.status == "retired")
        #expect(reading.mention("Daniel Whitford")?.title?.kind == .address)
    }
}
