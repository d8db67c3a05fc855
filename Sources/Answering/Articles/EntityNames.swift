import FactStore
import Facts

/// The main names of entities, remembered.
final class EntityNames {
    private let store: FactStore
    private var known: [EntityID: Entity?] = [:]

    init(store: FactStore) {
        self.store = store
    }

    func entity(_ id: EntityID) -> Entity? {
        if let entity = known[id] { return entity }
        let entity = (try? store.entity(id)).flatMap { $0 }
        known[id] = entity
        return entity
    }

    func name(_ id: EntityID) -> String? { entity(id)?.name }
}
