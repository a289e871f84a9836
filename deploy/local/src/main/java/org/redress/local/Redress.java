package org.redress.local;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.redress.local.demo.DemoCommand;

/** The commands of {@code ./redress}, which only finds a JDK and builds before it comes here. */
public final class Redress {

    private static final int WRONG_USE = 2;
    private static final Set<String> HELP = Set.of("help", "--help", "-h");
    private static final Logger ROOT = Logger.getLogger("");

    private final PrintStream out;
    private final List<Command> commands;

    Redress(PrintStream out, List<Command> commands) {
        this.out = out;
        this.commands = commands;
    }

    /** Runs the command that is named first; the rest are its arguments. */
    public static void main(String[] words) {
        ROOT.setLevel(Level.WARNING);
        PrintStream out = System.out;
        List<Command> commands =
                List.of(
                        new UpCommand(out),
                        new DownCommand(out),
                        new DemoCommand(),
                        new StatusCommand(out),
                        new LogsCommand(out),
                        new OpenCommand(out),
                        new TokenCommand(out),
                        new MailCommand(out),
                        new CaseCommand(out),
                        new FactsCommand(out),
                        new EnvironmentCommand(out),
                        new ReplayCommand());
        System.exit(new Redress(out, commands).run(Arrays.asList(words)));
    }

    int run(List<String> words) {
        String name = words.isEmpty() ? "help" : words.getFirst();
        for (Command command : commands) {
            if (command.name().equals(name)) {
                return run(command, words.subList(1, words.size()));
            }
        }
        if (HELP.contains(name)) {
            help();
            return 0;
        }
        out.printf("There is no command %s.%s%n", name, suggestion(name));
        return WRONG_USE;
    }

    private String suggestion(String typed) {
        List<String> names =
                Stream.concat(
                                commands.stream().map(Command::name),
                                Stream.of("test", "bench", "help"))
                        .toList();
        return Nearest.to(typed, names)
                .map(" Did you mean %s?"::formatted)
                .orElse(" ./redress help shows them all.");
    }

    private int run(Command command, List<String> arguments) {
        if (arguments.stream().anyMatch(HELP::contains)) {
            out.println(command.help());
            return 0;
        }
        try {
            return command.run(arguments);
        } catch (WrongUse e) {
            out.println(e.getMessage());
            out.println(command.help());
            return WRONG_USE;
        } catch (StartFailure e) {
            out.println();
            out.println(e.getMessage());
            return 1;
        }
    }

    private void help() {
        out.println("Redress on this machine. Usage: ./redress <command>");
        out.println();
        commands.forEach(command -> out.println(command.help()));
        out.println("  bench [NAME…]         measure the running platform; --help names what");
        out.println("  test                  build and test everything, as the CI does");
    }

    /** The arguments of a command were wrong; the message says which. */
    static final class WrongUse extends RuntimeException {

        private static final long serialVersionUID = 1;

        WrongUse(String sentence) {
            super(sentence);
        }

        /** Does nothing for somebody who asked for what the command does not do. */
        static void refuse(Command command, Stream<String> unknown) {
            unknown.findFirst()
                    .ifPresent(word -> {
                        throw new WrongUse("%s does not know %s:".formatted(command.name(), word));
                    });
        }

        /** As {@link #refuse}, for all options but these. */
        static void refuseOptions(Command command, List<String> arguments, String... but) {
            refuse(
                    command,
                    arguments.stream()
                            .filter(word -> word.startsWith("-") && !List.of(but).contains(word)));
        }
    }
}
