import CLibXML2

/// An HTML page as a tree of values. The parser is libxml2's, which takes any bytes for a page; all pointers stay in this file.
struct HTMLTree {
    struct Node {
        /// Element name in lower case; empty for text.
        var name: String
        var text: String
        var attributes: [String: String]
        var parent: Int
        var children: [Int]
        /// Index after the last descendant: the subtree is `index..<end`.
        var end: Int
    }

    /// In document order; the root is the first.
    private(set) var nodes: [Node] = []

    /// Elements nested deeper are left out; no page for people is.
    private static let deepest = 200

    /// Nil for a text that has no element.
    ///
    /// - Parameter encoding: of the bytes, by its IANA name.
    init?(_ bytes: [UInt8], encoding: String) {
        guard bytes.count < Int(Int32.max) else { return nil }
        let options = Int32(HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue)
        let document = bytes.withUnsafeBytes { buffer in
            htmlReadMemory(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, encoding, options)
        }
        guard let document else { return nil }
        defer { xmlFreeDoc(document) }
        guard let root = xmlDocGetRootElement(document) else { return nil }
        add(root, parent: -1, depth: 0)
    }

    private mutating func add(_ element: xmlNodePtr, parent: Int, depth: Int) {
        let index = nodes.count
        let name = String(cString: element.pointee.name).lowercased()
        nodes.append(Node(name: name, text: "", attributes: HTMLTree.attributes(element), parent: parent, children: [], end: index + 1))
        if depth < HTMLTree.deepest {
            var next = element.pointee.children
            while let child = next {
                addChild(child, of: index, depth: depth)
                next = child.pointee.next
            }
        }
        nodes[index].end = nodes.count
    }

    private mutating func addChild(_ child: xmlNodePtr, of index: Int, depth: Int) {
        switch child.pointee.type {
        case XML_ELEMENT_NODE:
            nodes[index].children.append(nodes.count)
            add(child, parent: index, depth: depth + 1)
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
            guard let content = child.pointee.content else { return }
            nodes[index].children.append(nodes.count)
            nodes.append(Node(name: "", text: String(cString: content), attributes: [:], parent: index, children: [], end: nodes.count + 1))
        default:
            break
        }
    }

    private static func attributes(_ element: xmlNodePtr) -> [String: String] {
        var attributes: [String: String] = [:]
        var next = element.pointee.properties
        while let attribute = next {
            let value = attribute.pointee.children?.pointee.content.map { String(cString: $0) } ?? ""
            attributes[String(cString: attribute.pointee.name).lowercased()] = value
            next = attribute.pointee.next
        }
        return attributes
    }

    // MARK: Looking around

    /// The indices of elements of this name inside the subtree.
    func elements(_ name: String, in root: Int = 0) -> [Int] { (root..<nodes[root].end).filter { nodes[$0].name == name } }

    /// Elements that stand inside a line of text.
    static let inlineElements: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q",
        "s", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    ]

    /// A text, or an element that stands inside a line of text.
    func isInline(_ index: Int) -> Bool { nodes[index].name.isEmpty || HTMLTree.inlineElements.contains(nodes[index].name) }

    /// The text of an element without that of the blocks in it: a heading that was never closed holds the whole page.
    func ownText(of index: Int) -> String {
        nodes[index].children.filter(isInline).map { text(of: $0) }.joined(separator: " ").collapsingBlanks
    }

    /// All text of the subtree, blanks collapsed.
    func text(of root: Int) -> String {
        var text = ""
        for index in root..<nodes[root].end where nodes[index].name.isEmpty { text += nodes[index].text }
        return text.collapsingBlanks
    }
}

extension StringProtocol {
    /// Runs of blanks and line ends become one space; none at the ends.
    var collapsingBlanks: String {
        let isBlank: (Unicode.Scalar) -> Bool = { [0x20, 0x0a, 0x09, 0x0d, 0xa0].contains($0.value) }
        return unicodeScalars.split(whereSeparator: isBlank).map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    }
}
