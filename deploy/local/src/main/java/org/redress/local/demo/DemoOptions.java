package org.redress.local.demo;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was asked for on the command line.
 *
 * @param file empty to play the script
 * @param rate lines per second; empty for as fast as it goes
 */
record DemoOptions(Optional<Path> file, OptionalDouble rate) {

    static final String USAGE =
            """
            Usage: ./redress demo                                plays eighteen cases
                   ./redress demo --file cases.jsonl [--rate n]  registers a case per line,
                                                                 {"id", "lang": "zh" or "en", "title"?, "text"}\
            """;

    /**
     * Reads the arguments.
     *
     * @throws DemoFailure when they make no sense
     */
    static DemoOptions read(List<String> arguments) {
        Optional<Path> file = Optional.empty();
        OptionalDouble rate = OptionalDouble.empty();
        for (Iterator<String> each = arguments.iterator(); each.hasNext(); ) {
            String argument = each.next();
            if (!argument.equals("--file") && !argument.equals("--rate")) {
                throw new DemoFailure("There is no option " + argument + ".\n" + USAGE);
            }
            if (!each.hasNext()) {
                throw new DemoFailure(argument + " needs a value.\n" + USAGE);
            }
            String value = each.next();
            if (argument.equals("--file")) {
                file = Optional.of(Path.of(value));
            } else {
                rate = OptionalDouble.of(rate(value));
            }
        }
        if (file.isEmpty() && rate.isPresent()) {
            throw new DemoFailure("--rate belongs to --file.\n" + USAGE);
        }
        return new DemoOptions(file, rate);
    }

    private static double rate(String value) {
        String number = value.replaceFirst("/s$", "");
        if (!number.matches("\\d{1,6}(\\.\\d{1,3})?") || Double.parseDouble(number) == 0) {
            throw new DemoFailure("--rate is a number of lines per second, such as 20 or 0.5.");
        }
        return Double.parseDouble(number);
    }
}
