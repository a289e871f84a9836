package org.redress.local;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.redress.local.demo.Demo;

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

    /** With all commands. */
    static Redress on(PrintStream out) {
        RunCommands run = new RunCommands(out);
        WorkCommands work = new WorkCommands(out);
        StoryCommands story = new StoryCommands(out);
        return new Redress(
                out,
                List.of(
                        run.up(),
                        run.down(),
                        Demo.command(),
                        run.status(),
                        work.logs(),
                        work.open(),
                        work.token(),
                        story.mail(),
                        story.cases(),
                        story.facts(),
                        work.env(),
                        work.replay()));
    }

    /** Runs the command that is named first; the rest are its arguments. */
    public static void main(String[] words) {
        ROOT.setLevel(Level.WARNING);
        System.exit(on(System.out).run(Arrays.asList(words)));
    }

    int run(List<String> words) {
        String name = words.isEmpty() ? "help" : words.getFirst();
        for (Command command : commands) {
            if (command.name().equals(name)) {
                return run(command, words.subList(1, words.size()));
            }
        }
        if (HELP.contains(name)) {
            out.println("Redress on this machine. Usage: ./redress <command>");
            out.println();
            commands.forEach(command -> out.println(command.help()));
            out.println("  bench [NAME…]         measure the running platform; --help names what");
            out.println("  test                  build and test everything, as the CI does");
            return 0;
        }
        out.printf("There is no command %s.%s%n", name, suggestion(name));
        return WRONG_USE;
    }

    private String suggestion(String typed) {
        List<String> names = new ArrayList<>();
        commands.forEach(command -> names.add(command.name()));
        names.addAll(List.of("test", "bench", "help"));
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
            return command.action().run(arguments);
        } catch (Command.WrongUse e) {
            out.println(e.getMessage());
            out.println(command.help());
            return WRONG_USE;
        } catch (Failure e) {
            out.println();
            out.println(e.getMessage());
            return 1;
        }
    }
}
