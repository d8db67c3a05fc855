import FactStore
import Facts

/// The main names of entities, remembered.
final class EntityNames {
    private let store: FactStore
    private var known: [EntityID: Entity?] = [:]
    private var wordsByEntity: [EntityID: [FormedWord]] = [:]

    /// Namesakes that the person has told apart: the name in the text doesn't make one the other.
    private(set) lazy var parted = (try? store.partedEntities()) ?? []

    init(store: FactStore) {
        self.store = store
    }

    func entity(_ id: EntityID) -> Entity? {
        if let entity = known[id] { return entity }
        let entity = (try? store.entity(id)).flatMap { $0 }
        known[id] = entity
        return entity
    }

    /// The words of its main name or description.
    func words(_ id: EntityID, _ forms: WordTable) -> [FormedWord] {
        if let words = wordsByEntity[id] { return words }
        let words = name(id).map(forms.words) ?? []
        wordsByEntity[id] = words
        return words
    }

    func name(_ id: EntityID) -> String? { entity(id)?.name }
}
