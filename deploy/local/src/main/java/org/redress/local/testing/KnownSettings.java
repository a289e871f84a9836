package org.redress.local.testing;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.redress.local.Checkout;
import org.redress.local.Unchecked;

/** What a service can be told, by {@code docs/configuration.md}, which is made from the code. */
public final class KnownSettings {

    private static final String EVERY_SERVICE = "Every service";

    private KnownSettings() {}

    /**
     * A row of the page.
     *
     * @param name with {@code <key>} where any word may stand
     * @param variables of the environment, each of which sets it; with {@code <KEY>} likewise
     * @param byDefault empty if there is none
     * @param isRequired whether the service does not start without it
     */
    public record Setting(
            String name, List<String> variables, String byDefault, boolean isRequired) {

        private static final String REQUIRED = "**required**";

        private static Setting of(String row) {
            var cells = row.substring(2).split(" \\| ", 5);
            return new Setting(
                    plain(cells[0]),
                    Arrays.stream(cells[1].split(", ", -1)).map(Setting::plain).toList(),
                    cells[3].equals(REQUIRED) ? "" : plain(cells[3]),
                    cells[3].equals(REQUIRED));
        }

        private static String plain(String cell) {
            return cell.replace("`", "");
        }

        /** Whether this variable sets it. */
        public boolean isSetBy(String variable) {
            return variables.stream()
                    .map(known -> Pattern.quote(known).replace("<KEY>", "\\E[A-Z0-9_]+\\Q"))
                    .anyMatch(variable::matches);
        }
    }

    /** All settings of a service, what all services have included. */
    public static Collection<Setting> of(String service) {
        var page =
                Unchecked.get(
                        () -> Files.readString(Checkout.root().resolve("docs/configuration.md")));
        Map<String, Setting> settings = new LinkedHashMap<>();
        Arrays.stream(page.split("\n## ", -1))
                .filter(section ->
                        section.startsWith(EVERY_SERVICE) || section.startsWith(service + "\n"))
                .flatMap(String::lines)
                .filter(line -> line.startsWith("| `"))
                .map(Setting::of)
                .forEach(setting -> settings.put(setting.name(), setting));
        return settings.values();
    }
}
