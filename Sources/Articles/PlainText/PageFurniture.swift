/// What a saved page has beside the article: buttons, menus, captions, notices. Each rule looks at one line and knows nothing of
/// its article.
enum PageFurniture {
    /// The line without what does not belong to the text; nil if nothing is left.
    static func cleaned(_ line: String) -> String? {
        let line = withoutImageNames(line)
        let text = line.trimmed
        if text.isEmpty || isFurniture(text) { return nil }
        return String(text)
    }

    static func isFurniture(_ line: Substring) -> Bool {
        if !line.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }) { return true }
        let words = line.wordCount
        if words > mostWords { return false }
        let plain = bare(line)
        return buttons.contains(plain) || isCaption(line) || isNotice(plain) || isCount(plain)
    }

    /// No button or notice is longer.
    private static let mostWords = 40

    /// Labels of buttons, links and boxes, in lower case without marks at their ends.
    private static let buttons: Set<String> = [
        "close", "open", "menu", "home", "search", "share", "save", "print", "email", "e-mail", "copy link", "link copied",
        "facebook", "twitter", "whatsapp", "linkedin", "reddit", "telegram", "x", "instagram", "youtube", "sign in", "log in",
        "login", "sign up", "register", "subscribe", "subscribe now", "my account", "skip to main content", "skip to content",
        "skip navigation", "back to top", "read more", "read next", "read also", "also read", "see also", "more", "show more",
        "see more", "load more", "view comments", "comments", "comment", "leave a comment", "advertisement", "advertisements",
        "sponsored", "sponsored content", "promoted", "related", "related articles", "related stories", "related topics",
        "related news", "recommended", "recommended for you", "most read", "most popular", "trending", "trending now",
        "latest news", "top stories", "editors' picks", "more from this section", "more on this story", "up next", "watch",
        "listen", "play", "pause", "mute", "listen to this article", "gift", "gift article", "give this article", "bookmark",
        "follow", "follow us", "newsletter", "newsletters", "story continues below advertisement", "article continues below",
        "article continues after advertisement", "accept", "accept all", "accept cookies", "reject all", "manage cookies",
        "cookie settings", "privacy policy", "terms of service", "terms of use", "contact us", "about us", "all rights reserved",
        "previous", "next", "previous article", "next article", "font size", "text size",
    ]

    /// "ILLUSTRATION: …", "Photo: …", "Photo by …", "(Photo credit: …)".
    private static func isCaption(_ line: Substring) -> Bool {
        let line = line.drop { $0 == "(" || $0 == "[" }
        let label = line.prefix { $0.isLetter || $0 == " " }.lowercased().trimmed
        let rest = line.dropFirst(line.prefix { $0.isLetter || $0 == " " }.count)
        if rest.first == ":", captionLabels.contains(String(label)) { return true }
        return line.wordCount <= 12 && captionStarts.contains { label.hasPrefix($0) }
    }

    private static let captionLabels: Set<String> = [
        "illustration", "illustrations", "photo", "photos", "photograph", "photographs", "picture", "pictures", "image",
        "images", "graphic", "graphics", "video", "caption", "photo credit", "image credit", "credit", "photo caption",
        "file photo", "cartoon", "map", "chart", "infographic",
    ]
    private static let captionStarts = [
        "photo by ", "photos by ", "photograph by ", "image by ", "illustration by ", "video by ", "picture by ", "photo courtesy ",
    ]

    /// Notices, by how they begin (lower case).
    private static func isNotice(_ plain: String) -> Bool { noticeStarts.contains { plain.hasPrefix($0) } }

    private static let noticeStarts = [
        "we use cookies", "this site uses cookies", "this website uses cookies", "our site uses cookies", "by continuing to use",
        "by using this site", "© ", "©", "copyright ©", "copyright 19", "copyright 20", "(c) 19", "(c) 20", "click here to",
        "sign up for", "sign up to", "subscribe to", "download our app", "download the app", "follow us on", "like us on",
        "share on ", "share this ", "share via ", "tweet this", "email this", "print this", "read more:", "read more on",
        "related:", "also read:", "read also:", "see also:", "watch:", "listen:", "recommended:", "tags:", "topics:",
        "filed under", "posted in", "this article is more than", "this story is available", "already a subscriber",
        "enable javascript", "please enable", "your browser does not", "advertisement -", "all rights reserved",
    ]

    /// "5 min read", "12 comments", "1.2k shares", "3 hours ago".
    private static func isCount(_ plain: String) -> Bool {
        let words = plain.split(separator: " ")
        guard (2...4).contains(words.count), words[0].unicodeScalars.first?.properties.numericType == .decimal else { return false }
        let rest = words.dropFirst().joined(separator: " ")
        return counted.contains(rest)
    }

    private static let counted: Set<String> = [
        "min read", "minute read", "mins read", "minutes read", "min", "comments", "comment", "shares", "share", "likes",
        "views", "minutes ago", "minute ago", "hours ago", "hour ago", "days ago", "day ago",
    ]

    private static func bare(_ line: Substring) -> String {
        let isMark: (Character) -> Bool = { " .:!|>»›…+×•·-–—*".contains($0) }
        let start = line.drop(while: isMark)
        let end = start.lastIndex { !isMark($0) }
        return end.map { start[...$0].lowercased() } ?? ""
    }

    // MARK: Names of image files

    private static let imageEndings: Set<String> = [".tif", ".tiff", ".jpg", ".jpe", ".jpeg", ".png", ".gif", ".eps", ".psd", ".bmp"]

    /// Takes out names of image files that a layout program has left in the text, as "(rt)0412p03.tif" in "he added(rt)0412p03.tif that".
    ///
    /// Only a name with a digit in it that is glued to the word before, has a mark in brackets before it, or stands alone on the line.
    static func withoutImageNames(_ line: String) -> String {
        guard mayHoldImageName(line) else { return line }
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        return words.map { String(withoutImageName($0, isAlone: words.count == 1)) }.joined(separator: " ")
    }

    private static func mayHoldImageName(_ line: String) -> Bool {
        let bytes = Array(line.utf8)
        return bytes.indices.contains { index in
            bytes[index] == 0x2e && imageEndings.contains(String(decoding: bytes[index...].prefix(4), as: UTF8.self).lowercased())
        }
    }

    private static func withoutImageName(_ word: Substring, isAlone: Bool) -> Substring {
        guard let point = word.lastIndex(of: "."), imageEndings.contains(word[point...].lowercased()) else { return word }
        if let bracket = word.firstIndex(of: "("), let closing = word[bracket...].firstIndex(of: ")"), hasDigit(word[closing...]) {
            return word[..<bracket]
        }
        guard let digit = word.firstIndex(where: isASCIIDigit) else { return word }
        if isAlone { return "" }
        let before = word[..<digit]
        return before.count > 1 && before.allSatisfy(\.isLetter) && before.dropFirst().allSatisfy(\.isLowercase) ? before : word
    }

    private static func hasDigit(_ text: Substring) -> Bool { text.contains(where: isASCIIDigit) }
    private static func isASCIIDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}
