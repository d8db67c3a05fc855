import ArgumentParser
import Console

/// Prints the manual page: what every command and dot-command says of itself, between what they don't.
struct Manual: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "manual", abstract: "Print the manual page, for `man`.", shouldDisplay: false)

    func run() { Output.write(Self.page) }

    private static var page: String {
        head + Dossier.configuration.subcommands.filter { $0.configuration.shouldDisplay }.map(section).joined()
            + ".SH THE CONSOLE\n" + DotCommand.groups.map(section).joined() + tail
    }

    private static func section(_ command: any ParsableCommand.Type) -> String {
        let help = Dossier.helpMessage(for: command, columns: 76).split(separator: "\n", omittingEmptySubsequences: false)
        return ".SS dossier \(escaped(command.configuration.commandName ?? ""))\n.nf\n" + help.map { escaped(String($0)) + "\n" }.joined() + ".fi\n"
    }

    private static func section(title: String, commands: [DotCommand]) -> String {
        ".SS \(escaped(title))\n" + commands.map { command in
            ".TP\n.B \(escaped(command.usage))\n\(escaped(command.summary))\n"
        }.joined()
    }

    /// As roff takes it: no line is a request, and no sign is another one.
    private static func escaped(_ text: String) -> String {
        let signs = text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("'", with: "\\(aq").replacing("`", with: "\\(ga")
        return signs.first == "." ? "\\&" + signs : signs
    }

    private static let head = """
        .TH DOSSIER 1 "" "Dossier \(Version.number)" "User Commands"
        .SH NAME
        dossier \\- ask a folder of news articles in plain English
        .SH SYNOPSIS
        .B dossier
        .RB [ \\-\\-store
        .IR STORE ]
        .br
        .B dossier
        .I COMMAND
        .RI [ OPTION ...]
        .SH DESCRIPTION
        Dossier reads articles into a store of facts and answers questions from it. Every answer comes with the sentence that it was read
        from, the time for which it holds, who says so, and whether it happened or is only planned. Where the articles don't say, it says so.
        .PP
        Without a command it opens the console; it reads questions from standard input where that is not a terminal.
        .SH COMMANDS

        """

    private static let tail = """
        .SH EXIT STATUS
        0 answered; 1 the articles don't say, or a transcript differs; 2 not understood; 64 usage; 65 bad data; 66 missing input; 74 I/O;
        130 stopped by Ctrl\\-C.
        .SH ENVIRONMENT
        .TP
        .B DOSSIER_STORE
        The store to use instead of the seed articles.
        .TP
        .B DOSSIER_SEEDS, DOSSIER_RESOURCES
        Where the seed articles and the data files lie.
        .TP
        .B NO_COLOR, PAGER, XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME
        As usual.
        .SH FILES
        .TP
        .I $XDG_CONFIG_HOME/dossier/config
        Dot\\-commands run at start.
        .TP
        .I $XDG_STATE_HOME/dossier/history/
        Questions asked before, by store.
        .TP
        .I $XDG_DATA_HOME/dossier/seeds.dossier
        The store of the seed articles.

        """
}
