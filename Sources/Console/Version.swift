import FactStore

/// Which Dossier this is.
public enum Version {
    public static let number = "0.1.0"
    /// "dossier 0.1.0 (store format 1)".
    public static let text = "dossier \(number) (store format \(FactStore.formatVersion))"
}
