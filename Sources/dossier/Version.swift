import FactStore
import Linguistics

enum Version {
    static let number = "0.1.0"
    /// "dossier 0.1.0 (store format 1)".
    static let text = "dossier \(number) (store format \(FactStore.formatVersion))"
}
