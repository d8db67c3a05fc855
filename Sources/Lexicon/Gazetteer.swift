import Facts

/// Knowledge of the world that no article explains: countries with their demonyms and capitals, cities, offices, first names.
public struct Gazetteer: Sendable {
    /// - Throws: ``ResourceFile/Missing``.
    public init() throws {}
}
