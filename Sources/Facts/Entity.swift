/// What kind of thing a name or a description speaks of.
public enum EntityType: String, Hashable, Sendable, CaseIterable, Codable {
    case person, organisation, country, place, nationality, event, work, weapon, vehicle, quantity, money, time, thing
}

/// The identity of an entity inside a store, derived from its document (for article entities), type and main name, so that
/// the same articles give the same ids however the work is split.
public struct EntityID: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    public let value: String
    public init(_ value: String) { self.value = value }
    public var description: String { value }
    public static func < (a: EntityID, b: EntityID) -> Bool { a.value < b.value }
}

/// Something that has a name or a description of its own in the articles.
public struct Entity: Hashable, Sendable {
    public var id: EntityID
    public var type: EntityType
    /// The name it is shown by: the fullest one found.
    public var name: String
    /// Every form found or formed ("Norland Coast Guard", "NCG"), the main one first.
    public var names: [EntityName]

    public init(id: EntityID, type: EntityType, name: String, names: [EntityName]) {
        self.id = id
        self.type = type
        self.name = name
        self.names = names
    }
}

/// One way of naming an entity, with the reason why it is one.
public struct EntityName: Hashable, Sendable {
    public enum Reason: String, Sendable {
        /// As written in an article.
        case written
        /// "Democratic Progressive Party (DPP)": the article says so.
        case abbreviation
        /// Formed from the initials of a name: NCG. Never printed as if the article said it.
        case initials
        /// A part of a person's name, or the name without its title.
        case part
        /// General knowledge of the lexicon: US, U.S., United States, America.
        case lexicon
        /// Given by the person who uses the store, or by an imported table.
        case given
    }

    public var text: String
    public var reason: Reason

    public init(_ text: String, _ reason: Reason) {
        self.text = text
        self.reason = reason
    }
}

/// A place in a text where an entity is spoken of.
public struct Mention: Hashable, Sendable {
    public enum Kind: String, Sendable { case name, nominal, pronoun }

    public var span: Span
    public var entity: EntityID
    public var kind: Kind
    public var type: EntityType
    public var text: String

    public init(span: Span, entity: EntityID, kind: Kind, type: EntityType, text: String) {
        self.span = span
        self.entity = entity
        self.kind = kind
        self.type = type
        self.text = text
    }
}
