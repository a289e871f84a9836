package org.redress.local;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redress.local.demo.Demo;

/** The commands of {@code ./redress}, which only finds a JDK and builds before it comes here. */
public final class Redress {
    private static final int WRONG_USE = 2;
    private static final Set<String> HELP = Set.of("help", "--help", "-h");
    private static final Pattern FIRST_WORD = Pattern.compile(" {2}(\\w+).*");
    private static final Logger ROOT = Logger.getLogger("");

    private final PrintStream out;
    private final List<Command> commands;

    /** What is told of each word that can be typed, in the order of the help. */
    private final Map<String, String> helps = new LinkedHashMap<>();

    Redress(PrintStream out, List<Command> commands, String help) {
        this.out = out;
        this.commands = commands;
        String word = "";
        for (String line : help.lines().toList()) {
            Matcher first = FIRST_WORD.matcher(line);
            word = first.matches() ? first.group(1) : word;
            helps.merge(word, line, (before, more) -> before + "\n" + more);
        }
    }

    static Redress on(PrintStream out) {
        RunCommands run = new RunCommands(out);
        WorkCommands work = new WorkCommands(out);
        StoryCommands story = new StoryCommands(out);
        List<Command> commands =
                List.of(
                        new Command("up", Set.of("--fresh", "--infra", "--attach"), false, run::up),
                        new Command("down", Set.of(), false, _ -> run.down()),
                        Command.of("demo", Demo::run),
                        new Command("status", Set.of(), false, _ -> run.status()),
                        new Command("logs", Set.of("-f"), true, work::logs),
                        Command.of("open", work::open),
                        Command.of("token", work::token),
                        new Command("mail", Set.of("--open"), true, story::mail),
                        Command.of("case", story::story),
                        Command.of("facts", story::facts),
                        Command.of("env", work::env),
                        Command.of("replay", WorkCommands::replay));
        return new Redress(out, commands, Folders.template("help.txt", Map.of()));
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
            helps.values().forEach(out::println);
            return 0;
        }
        List<String> known = new ArrayList<>(helps.keySet());
        known.add("help");
        String meant =
                Nearest.to(name, known)
                        .map("Did you mean %s?"::formatted)
                        .orElse("./redress help shows them all.");
        out.printf("There is no command %s. %s%n", name, meant);
        return WRONG_USE;
    }

    private int run(Command command, List<String> arguments) {
        String help = helps.get(command.name());
        if (arguments.stream().anyMatch(HELP::contains)) {
            out.println(help);
            return 0;
        }
        try {
            return command.run(arguments);
        } catch (Command.WrongUse e) {
            out.println(e.getMessage());
            out.println(help);
            return WRONG_USE;
        } catch (Failure e) {
            out.println();
            out.println(e.getMessage());
            return 1;
        }
    }
}
