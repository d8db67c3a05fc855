/// The words of a table that is written as text, in order.
func wordList(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init)
}
