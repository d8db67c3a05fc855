import ArgumentParser
import Articles
import FactStore
import Lexicon

/// Exit statuses of `sysexits.h` beside those that answer for a question.
enum ExitStatus {
    static let badData: Int32 = 65
    static let missingInput: Int32 = 66
    static let inputOutput: Int32 = 74

    /// Runs a command's body; an error becomes one line on standard error and its exit status.
    static func guarding(_ body: () throws -> Int32) throws {
        let status: Int32
        do {
            status = try body()
        } catch let error as ExitCode {
            throw error
        } catch let error as ValidationError {
            throw error
        } catch {
            Output.complain("dossier: \(error)")
            status = Self.status(of: error)
        }
        Output.flush()
        if status != 0 { throw ExitCode(status) }
    }

    static func status(of error: any Error) -> Int32 {
        switch error {
        case let error as StoreError:
            switch error {
            case .missing, .noSuchDocument: missingInput
            case .notAStore, .otherVersion, .damaged, .badInput: badData
            case .unreadable, .unwritable, .busy, .full: inputOutput
            }
        case let error as ReadableError: error.isMissing ? missingInput : badData
        case is ResourceFile.Missing: inputOutput
        default: inputOutput
        }
    }
}
