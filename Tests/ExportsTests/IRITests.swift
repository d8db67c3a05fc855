import Testing
@testable import Exports

@Suite struct IRITests {
    @Test func whatAnIRICannotHoldIsEncoded() {
        #expect(IRI.child("urn:dossier:document/", "a b/ü#1") == "urn:dossier:document/a%20b%2F%C3%BC%231")
        #expect(IRI.child("", "<\u{0}\u{2028}>") == "%3C%00%E2%80%A8%3E")
    }

    @Test func addressesOfTheWeb() {
        #expect(IRI.web("https://example.org/a b?q=1#x#y") == "https://example.org/a%20b?q=1#x%23y")
        #expect(IRI.web("https://example.org:8080/%41%4") == "https://example.org:8080/%41%254")
        #expect(IRI.web("HTTPS://example.org") == "HTTPS://example.org")
        #expect(IRI.web("https://exa<mple.org/") == nil)
        #expect(IRI.web("https://example.org:port/") == nil)
        #expect(IRI.web("javascript:alert(1)") == nil)
        #expect(IRI.web("") == nil)
    }

    @Test func basesThatNamesCanFollow() {
        #expect(IRI.isBase(IRI.defaultBase))
        #expect(IRI.isBase("https://example.org/news/"))
        #expect(!IRI.isBase("news/"))
        #expect(!IRI.isBase("https://exa mple.org/"))
        #expect(!IRI.isBase("urn:a>b"))
    }
}
