package org.redress.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ScopeType;

/** The commands of {@code ./redress}, which only finds a JDK and builds before it comes here. */
@Command(
        name = "./redress",
        description = "Redress on this machine.",
        synopsisSubcommandLabel = "<command>",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT)
public final class Redress implements Runnable {
    /** The exit status of a command line that says nothing. */
    public static final int WRONG_USE = CommandLine.ExitCode.USAGE;

    private static final List<String> IN_ORDER =
            List.of(
                    "up", "down", "demo", "status", "logs", "open", "token", "mail", "case",
                    "facts", "env", "replay", "rebuild", "start", "stop", "kill", "ahead", "backup",
                    "restore", "bench", "images", "test");
    private static final Logger ROOT = Logger.getLogger("");

    private final CommandLine line;

    private Redress() {
        Map<String, CommandLine> commands = new HashMap<>();
        for (Object group : List.of(new RunCommands(), new WorkCommands(), new StoryCommands())) {
            commands.putAll(new CommandLine(group).getSubcommands());
        }
        for (String job : List.of("replay", "rebuild")) {
            commands.get(job).setUnmatchedOptionsArePositionalParams(true);
        }
        line = commandLine(this, CommandLine.ExitCode.SOFTWARE);
        IN_ORDER.forEach(name -> line.addSubcommand(name, commands.get(name)));
        line.addSubcommand(new HelpCommand());
        // Of those that are there by now.
        line.setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** All commands. */
    static CommandLine commands() {
        return new Redress().line;
    }

    public static void main(String[] words) {
        System.exit(commands().execute(words));
    }

    /**
     * One command, for which a {@link Failure} is one sentence.
     *
     * @param failed the exit status of a failure
     */
    public static CommandLine commandLine(Object command, int failed) {
        ROOT.setLevel(Level.WARNING);
        return new CommandLine(command)
                .setExecutionExceptionHandler((e, one, _) -> {
                    if (!(e instanceof Failure)) {
                        throw e;
                    }
                    one.getOut().println("\n" + e.getMessage());
                    return failed;
                });
    }

    /** Without a command it tells of all. */
    @Override
    public void run() {
        line.usage(line.getOut());
    }
}
