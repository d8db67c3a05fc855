import ArgumentParser
import Articles
import FactStore

/// Exit statuses of `sysexits.h` beside those that answer for a question.
enum ExitStatus {
    static let badData: Int32 = 65
    static let missingInput: Int32 = 66
    static let inputOutput: Int32 = 74
    /// As a shell gives it for a program that Ctrl-C ended.
    static let interrupted: Int32 = 130

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
            status = report(error)
        }
        if status != 0 { throw ExitCode(status) }
    }

    /// Tells of an error on standard error.
    static func report(_ error: any Error) -> Int32 {
        Output.complain("dossier: \(error)")
        return status(of: error)
    }

    static func status(of error: any Error) -> Int32 {
        switch error {
        case StoreError.input(let error): return status(of: error)
        case let error as StoreError:
            switch error {
            case .missing, .noSuchDocument: return missingInput
            case .notAStore, .otherVersion, .damaged, .badInput, .input: return badData
            case .unreadable, .unwritable, .busy, .full, .server: return inputOutput
            case .cancelled: return interrupted
            }
        case let error as ArticleError:
            switch error {
            case .missing: return missingInput
            case .unreadable: return inputOutput
            case .notText, .empty, .noArticles, .malformed: return badData
            }
        case is InputProblem: return missingInput
        default: return inputOutput
        }
    }
}
