import Presentation

/// Names of things in RDF.
public enum IRI {
    /// Facts, entities and documents are named below it unless the person has an address for them.
    public static let defaultBase = "urn:dossier:"

    /// Whether names can be made by adding to it: an absolute IRI of signs that stand for themselves.
    public static func isBase(_ text: String) -> Bool {
        guard let colon = text.unicodeScalars.firstIndex(of: ":"), colon > text.startIndex else { return false }
        let scheme = text.unicodeScalars[..<colon], rest = text.unicodeScalars[colon...].dropFirst()
        let isScheme = ("a"..."z").contains(scheme.first!) && scheme.allSatisfy { isUnreserved($0) && $0 != "_" && $0 != "~" }
        return isScheme && !rest.isEmpty && rest.allSatisfy { isUnreserved($0) || $0 == "/" || $0 == ":" }
            && (!["http", "https"].contains(String(scheme)) || web(text) == text)
    }

    /// A name below another: what an IRI can't hold, or would take for a part of itself, is percent-encoded.
    static func child(_ parent: String, _ name: String) -> String { parent + encoded(name) }

    /// RFC 3986: letters, digits and four signs stand for themselves.
    static func encoded(_ name: String) -> String {
        name.escaping { isUnreserved($0) ? nil : percent($0) }
    }

    static func isUnreserved(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": true
        default: false
        }
    }

    private static func percent(_ scalar: Unicode.Scalar) -> String {
        UTF8.encode(scalar)!.map { "%" + String($0 >> 4, radix: 16, uppercase: true) + String($0 & 15, radix: 16, uppercase: true) }.joined()
    }

    /// An address of the web as an IRI, with what it can't hold percent-encoded; nil for what is none.
    static func web(_ address: String) -> String? {
        guard let colon = address.firstRange(of: "://"), ["http", "https"].contains(address[..<colon.lowerBound].lowercased()) else { return nil }
        let rest = address[colon.upperBound...].unicodeScalars
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard isHost(host) else { return nil }
        return address[..<colon.upperBound] + String(host) + escapedPath(String(rest[host.endIndex...]))
    }

    /// A name with digits for a port at most.
    private static func isHost(_ host: Substring.UnicodeScalarView) -> Bool {
        let parts = host.split(separator: ":", omittingEmptySubsequences: false)
        guard let name = parts.first, !name.isEmpty, parts.count <= 2, name.allSatisfy({ isUnreserved($0) && $0 != "~" && $0 != "_" }) else { return false }
        return parts.count == 1 || parts[1].allSatisfy { ("0"..."9").contains($0) }
    }

    /// A path, query and fragment: their signs stay, but a percent sign that encodes nothing, and a second fragment.
    private static func escapedPath(_ path: String) -> String {
        let scalars = Array(path.unicodeScalars)
        var hasFragment = false
        var output = ""
        for (index, scalar) in scalars.enumerated() {
            let isEscape = scalar == "%" && index + 2 < scalars.count && scalars[index + 1...index + 2].allSatisfy(\.properties.isASCIIHexDigit)
            let isMark = scalar == "#" && !hasFragment
            hasFragment = hasFragment || isMark
            if isEscape || isMark || isUnreserved(scalar) || "/?:@!$&'()*+,;=".unicodeScalars.contains(scalar) {
                output.unicodeScalars.append(scalar)
            } else {
                output += percent(scalar)
            }
        }
        return output
    }
}
