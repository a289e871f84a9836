package org.redress.reporting.rebuild;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.redress.local.testing.Message;
import org.redress.local.testing.TestTopics;
import org.redress.reporting.Story;
import org.redress.reporting.events.CaseEvent;
import org.redress.reporting.events.CaseEvents;

/** Tells reporting of cases, and sees what it made of them. */
@ApplicationScoped
class Told {
    private static final String FACTS = "redress.bi.case-facts";
    private static final int LONGEST = 20;
    private static final Pattern COUNTS = Pattern.compile("\": ?[1-9]");
    private static final String METRICS = "redress.bi.daily-metrics";

    private final Event<CaseEvents> arrived;
    private final Jdbi jdbi;

    Told(Event<CaseEvents> arrived, Jdbi jdbi) {
        this.arrived = arrived;
        this.jdbi = jdbi;
    }

    /** All that is of these cases and days, as tables and topics have it. */
    record Picture(
            List<String> facts,
            List<String> shares,
            List<String> metrics,
            SortedMap<String, List<Message>> published) {

        /** What is published last of each key, without the version and the moment. */
        SortedMap<String, String> latest() {
            var latest = new TreeMap<String, String>();
            published.forEach((key, all) ->
                    latest.put(key, withoutVersion(String.valueOf(all.getLast().text()))));
            return latest;
        }

        static String withoutVersion(String told) {
            return told.replaceFirst("(\"factVersion\":\\d+,)?\"updatedAt\":\"[^\"]+\"", "");
        }

        /** Without the rows of metrics that count nothing any more: nobody knows them once lost. */
        Picture withoutZeros() {
            var counting = new TreeMap<>(published);
            counting.values().removeIf(all -> !COUNTS.matcher(all.getLast().text()).find());
            return new Picture(
                    facts,
                    shares,
                    metrics.stream().filter(row -> COUNTS.matcher(row).find()).toList(),
                    counting);
        }

        /** How often each key was published. */
        SortedMap<String, Integer> times() {
            var times = new TreeMap<String, Integer>();
            published.forEach((key, all) -> times.put(key, all.size()));
            return times;
        }
    }

    void happens(List<CaseEvent> events) {
        QuarkusTransaction.requiringNew().run(() -> arrived.fire(new CaseEvents(events)));
    }

    /** Of these cases and the days on which they happened, once nothing waits any more. */
    Picture of(List<Story> stories, LocalDate from) {
        var ids = stories.stream().map(story -> story.caseId().toString()).collect(toSet());
        var cases = "case_id in ('%s')".formatted(String.join("','", ids));
        var until = from.plusDays(LONGEST);
        var days = "date between '%s' and '%s'".formatted(from, until);
        await().untilAsserted(() -> {
            assertThat(
                            rows(
                                    "select case_id from case_fact where publish_at is not null and "
                                            + cases))
                    .isEmpty();
            assertThat(rows("select event_id from messaging.outbox")).isEmpty();
        });
        return new Picture(
                rows(
                        "select concat_ws(' ', case_id, case_number, fold) from case_fact where "
                                + cases),
                rows("select daily_share::text from daily_share where " + days),
                rows(
                        "select (to_jsonb(daily_metric) - 'updated_at')::text from daily_metric"
                                + " where "
                                + days),
                Stream.of(TestTopics.read(FACTS), TestTopics.read(METRICS))
                        .flatMap(List::stream)
                        .filter(told -> ids.contains(told.key()) || isBetween(told, from, until))
                        .collect(groupingBy(Message::key, TreeMap::new, toList())));
    }

    void loses(String tables) {
        jdbi.useHandle(handle -> handle.execute("truncate " + tables));
    }

    int does(String sql, Object... values) {
        return jdbi.withHandle(handle -> handle.execute(sql, values));
    }

    private static boolean isBetween(Message told, LocalDate from, LocalDate until) {
        var day = told.json().get("date");
        return day != null
                && !LocalDate.parse(day.asText()).isBefore(from)
                && !LocalDate.parse(day.asText()).isAfter(until);
    }

    List<String> rows(String sql) {
        return jdbi.withHandle(handle ->
                handle.createQuery(sql).mapTo(String.class).list().stream().sorted().toList());
    }
}
