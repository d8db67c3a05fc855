import Facts

/// An office or rank split from the body it belongs to: "US Secretary of State" is the office "Secretary of State" of the US,
/// "head of the Pacific Command" the office "head" of the Pacific Command.
public struct OfficePhrase: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        /// Held of a body: "Secretary of State", "chief executive".
        case office
        /// "Adm.", "Sergeant".
        case rank
        /// "Mr.", "Dr.", "Sir".
        case address
        /// What a person is or does: "striker", "novelist".
        case role
    }

    /// How the owner became known.
    public enum OwnerOrigin: String, Hashable, Sendable {
        case stated
        /// From the title before it in a list: "Japan's Foreign Minister X, Defense Minister Y".
        case list
        /// Only one country has such an office: "Secretary of State".
        case office
    }

    /// As written, without the owner and without "former": "Secretary of State".
    public var office: String
    public var officeSpan: Span
    /// The phrase's tokens in its sentence, owner included.
    public var tokens: ClosedRange<Int>
    /// As written, without possessive: "Japan", "US", "Pacific Command".
    public var owner: String?
    public var ownerSpan: Span?
    public var ownerEntity: EntityID?
    public var ownerOrigin: OwnerOrigin?
    /// "former", "ex-", "then", "retired", "late", "acting", "designate"; empty for none.
    public var status: String
    public var kind: Kind

    public init(
        office: String, officeSpan: Span, tokens: ClosedRange<Int>, owner: String? = nil, ownerSpan: Span? = nil,
        ownerEntity: EntityID? = nil, ownerOrigin: OwnerOrigin? = nil, status: String = "", kind: Kind = .office
    ) {
        self.office = office
        self.officeSpan = officeSpan
        self.tokens = tokens
        self.owner = owner
        self.ownerSpan = ownerSpan
        self.ownerEntity = ownerEntity
        self.ownerOrigin = ownerOrigin
        self.status = status
        self.kind = kind
    }
}
