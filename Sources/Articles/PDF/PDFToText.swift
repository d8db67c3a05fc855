import Foundation

/// Poppler's program `pdftotext`, which says where each word of a PDF file stands.
///
/// It works in a process of its own with bounds on memory, time and output, and gets the file as standard input, whatever its name.
enum PDFToText {
    enum Failure: Error, Hashable {
        case notInstalled, damaged, tooLong
        case system(String)

        var reason: String {
            switch self {
            case .notInstalled: "PDF needs pdftotext; install poppler-utils, e.g. `apt install poppler-utils`"
            case .damaged: "pdftotext cannot read it: damaged, or protected by a password"
            case .tooLong: "pdftotext makes too much of it; take the pages of the article out, e.g. with `pdfseparate`"
            case .system(let reason): reason
            }
        }
    }

    static func isPDF(_ bytes: [UInt8]) -> Bool { bytes.starts(with: Array("%PDF-".utf8)) }

    /// Some thousand printed pages.
    private static let mostBytes = 1 << 26
    private static let command = "ulimit -v 4194304; ulimit -t 60; exec pdftotext -q -bbox-layout -enc UTF-8 - - 2>/dev/null < /dev/fd/"
    private static let statusOfUnknownCommand: Int32 = 127

    /// The words of a PDF file with their places, as XHTML.
    static func layout(of pdf: [UInt8]) throws(Failure) -> [UInt8] {
        guard let file = tmpfile() else { throw .system("no temporary file: \(String(cString: strerror(errno)))") }
        defer { fclose(file) }
        guard fwrite(pdf, 1, pdf.count, file) == pdf.count, fflush(file) == 0 else {
            throw .system("no room for a temporary file: \(String(cString: strerror(errno)))")
        }
        guard let pipe = popen(command + "\(fileno(file))", "r") else { throw .system("pdftotext doesn't start: \(String(cString: strerror(errno)))") }
        let output = read(pipe)
        let status = pclose(pipe)
        if output.count > mostBytes { throw .tooLong }
        switch (status & 0x7f, status >> 8 & 0xff) {
        case (0, 0): return output
        case (0, statusOfUnknownCommand): throw .notInstalled
        case (0, _): throw .damaged
        case (SIGXCPU, _), (SIGKILL, _): throw .tooLong
        default: throw .damaged
        }
    }

    private static func read(_ pipe: UnsafeMutablePointer<FILE>) -> [UInt8] {
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while output.count <= mostBytes {
            let count = fread(&buffer, 1, buffer.count, pipe)
            if count == 0 { break }
            output += buffer[..<count]
        }
        return output
    }
}
