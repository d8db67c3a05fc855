/// A prompt with colours, in the form that libedit counts rightly.
struct PromptText {
    let text: String

    init(_ text: String) { self.text = text }

    /// Each run of escape sequences between ^A marks. libedit ties such a run to the glyph after it: runs are merged, and one
    /// at the end gets a space to hang on.
    var forLibedit: String {
        var output = ""
        var run = ""
        forEach { scalar, isVisible in
            if isVisible {
                if !run.isEmpty { output += "\u{1}\(run)\u{1}" }
                run = ""
                output.unicodeScalars.append(scalar)
            } else {
                run.unicodeScalars.append(scalar)
            }
        }
        return run.isEmpty ? output : output + "\u{1}\(run)\u{1} "
    }

    var visibleScalars: [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        forEach { scalar, isVisible in if isVisible { scalars.append(scalar) } }
        return scalars
    }

    private func forEach(_ body: (Unicode.Scalar, Bool) -> Void) {
        var isEscape = false
        for scalar in text.unicodeScalars {
            if scalar == "\u{1B}" { isEscape = true }
            body(scalar, !isEscape)
            if isEscape, scalar.properties.isAlphabetic { isEscape = false }
        }
    }
}
