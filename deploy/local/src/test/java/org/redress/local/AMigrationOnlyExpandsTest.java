package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * While a release is rolled out the one before still serves, on tables that have been migrated
 * already: a migration may add and widen. What the release before used is taken away by a later
 * one, whose migration says {@code -- Contracts: } and since which release nobody uses it.
 */
class AMigrationOnlyExpandsTest {

    /** The last of each folder before two releases had to live side by side. */
    private static final Map<String, Version> BEFORE =
            Map.of(
                    "intake-service/src/main/resources/db/migration", new Version(10, 0),
                    "triage-service/src/main/resources/db/migration", new Version(2, 0),
                    "escalation-service/src/main/resources/db/migration", new Version(21, 0),
                    "notification-service/src/main/resources/db/migration", new Version(13, 0),
                    "reporting-service/src/main/resources/db/migration", new Version(7, 0),
                    "platform/messaging/src/main/resources/db/messaging", new Version(0, 11),
                    "platform/web/src/main/resources/db/web", new Version(0, 4),
                    "platform/vault/src/main/resources/db/keys", new Version(1, 0));

    private static final Pattern NAME = Pattern.compile("V(\\d+)(?:_(\\d+))?__\\w+\\.sql");
    private static final Pattern CONTRACTS = Pattern.compile("(?m)^-- Contracts: \\S+");
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
    private static final Pattern TAKES_AWAY =
            Pattern.compile(
                    """
                    \\bdrop (table|column|sequence|view|function|schema)\\b\
                    |\\bdrop (?!index|constraint|not null|default|trigger)\\w+\
                    |\\brename\\b|\\btruncate\\b|\\bset not null\\b|\\bset data type\\b\
                    |\\balter column \\w+ type\\b\
                    |\\badd column(?: if not exists)? [^,;]*\\bnot null\\b(?![^,;]*\\bdefault\\b)\
                    """);

    private record Version(int major, int minor) {
        boolean isAfter(Version other) {
            return major > other.major || (major == other.major && minor > other.minor);
        }
    }

    @Test
    void what_the_release_before_uses_stays() {
        List<Path> folders = folders();

        assertThat(folders)
                .extracting(folder -> Checkout.root().relativize(folder).toString())
                .containsExactlyInAnyOrderElementsOf(BEFORE.keySet());
        for (Path folder : folders) {
            Version before = BEFORE.get(Checkout.root().relativize(folder).toString());
            assertThat(inside(folder))
                    .filteredOn(file -> version(file).isAfter(before))
                    .allSatisfy(file ->
                            assertThat(takesAway(Files.readString(file))).as("%s", file).isFalse());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table page;",
                "alter table page drop column told;",
                "alter table page drop told;",
                "alter table message rename to mail;",
                "alter table page alter column told type bigint;",
                "alter table page alter column told set not null;",
                "alter table page add column told bigint not null;",
                "drop sequence telling;"
            })
    void takes_away(String sql) {
        assertThat(takesAway("-- Why.\n" + sql)).isTrue();
        assertThat(takesAway("-- Contracts: 1.4 was the last that read it.\n" + sql)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table page (id uuid not null);",
                "alter table page add column told bigint;",
                "alter table page add column told bigint not null default 0;",
                "alter table page alter column told drop not null;",
                "drop index page_told;",
                "-- We drop table names from the text.\ncreate index page_told on page (told);"
            })
    void only_adds_or_widens(String sql) {
        assertThat(takesAway(sql)).isFalse();
    }

    private static boolean takesAway(String migration) {
        return !CONTRACTS.matcher(migration).find()
                && TAKES_AWAY.matcher(COMMENT.matcher(migration).replaceAll("")).find();
    }

    private static List<Path> folders() {
        Path root = Checkout.root();
        return Stream.concat(inside(root).stream(), inside(root.resolve("platform")).stream())
                .map(module -> module.resolve("src/main/resources/db"))
                .filter(Files::isDirectory)
                .flatMap(db -> inside(db).stream())
                .toList();
    }

    private static List<Path> inside(Path folder) {
        return Unchecked.get(() -> {
            try (Stream<Path> found = Files.list(folder)) {
                return found.toList();
            }
        });
    }

    private static Version version(Path migration) {
        Matcher name = NAME.matcher(migration.getFileName().toString());
        assertThat(name.matches()).as("%s", migration).isTrue();
        return new Version(
                Integer.parseInt(name.group(1)),
                name.group(2) == null ? 0 : Integer.parseInt(name.group(2)));
    }
}
