extension String {
    /// The text that scalars make. Encodes them itself: appending to a scalar view copies one scalar at a time.
    public init(scalars: some Collection<Unicode.Scalar>) {
        self.init(unsafeUninitializedCapacity: 4 * scalars.count) { buffer in
            var end = 0
            for scalar in scalars {
                for byte in UTF8.encode(scalar)! {
                    buffer[end] = byte
                    end += 1
                }
            }
            return end
        }
    }
}

extension String {
    /// Whether a capital stands in it: names have one, descriptions don't.
    public var hasCapital: Bool { unicodeScalars.contains { $0.isASCII ? "A"..."Z" ~= $0 : $0.properties.isUppercase } }
}
