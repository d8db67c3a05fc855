import FactStore
import Linguistics

/// Which Dossier this is.
public enum Version {
    public static let number = "0.1.0"
    /// "dossier 0.1.0 (store format 3, language model 1-a1fa6727)".
    public static let text = "dossier \(number) (store format \(FactStore.formatVersion), language model \(LanguageModel.edition ?? "missing"))"
}
