import CZlib

/// Unpacking of gzip files.
enum Gzip {
    enum Failure: Error { case damaged, tooLarge }

    static func isPacked(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1f, 0x8b]) }

    /// Unpacks all members of a gzip file.
    static func unpacked(_ bytes: [UInt8], atMost limit: Int) throws(Failure) -> [UInt8] {
        var stream = z_stream()
        // Window of 32 KB, gzip header expected.
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { throw .damaged }
        defer { inflateEnd(&stream) }
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var input = bytes
        let status = input.withUnsafeMutableBufferPointer { source in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(source.count)
            return inflateAll(&stream, &buffer, &output, limit)
        }
        if output.count > limit { throw .tooLarge }
        guard status == Z_STREAM_END else { throw .damaged }
        return output
    }

    private static func inflateAll(_ stream: inout z_stream, _ buffer: inout [UInt8], _ output: inout [UInt8], _ limit: Int) -> Int32 {
        while true {
            let status = buffer.withUnsafeMutableBufferPointer { target in
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                return inflate(&stream, Z_NO_FLUSH)
            }
            output += buffer[..<(buffer.count - Int(stream.avail_out))]
            if output.count > limit { return status }
            if status == Z_STREAM_END, stream.avail_in > 0 {
                guard inflateReset(&stream) == Z_OK else { return Z_DATA_ERROR }
            } else if status != Z_OK {
                return status
            }
        }
    }
}
