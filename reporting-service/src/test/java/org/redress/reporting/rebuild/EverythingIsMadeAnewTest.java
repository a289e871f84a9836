package org.redress.reporting.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.Message;
import org.redress.platform.messaging.EventJson;
import org.redress.reporting.Story;
import org.redress.reporting.WithPlatform;
import org.redress.reporting.events.CaseEvent;
import org.redress.reporting.facts.CaseFact;
import org.redress.reporting.facts.FactFixtures;
import org.redress.reporting.rebuild.Told.Picture;

/** Whatever became of facts, metrics and topics, a rebuild makes of the kept events what was. */
@WithPlatform
class EverythingIsMadeAnewTest {
    /** More than one step takes. */
    private static final int CASES = 130;

    /** On which nothing happens. */
    private static final LocalDate NO_DAY = LocalDate.of(2009, 1, 1);

    @Inject Rebuilding rebuilding;
    @Inject Orders orders;
    @Inject Told told;
    @Inject Clock clock;

    private final Random random = new Random(20_261_130);

    /** Their number is one that other tests believe unknown. */
    @AfterEach
    void the_cases_are_gone() {
        told.does("delete from case_fact where case_number = ?", Story.NUMBER.value());
        told.does(
                "delete from timeline_event where about ->> 'caseNumber' = ?",
                Story.NUMBER.value());
        told.does("delete from daily_share where date < '2011-01-01'");
        told.does("delete from daily_metric where date < '2011-01-01'");
    }

    @Test
    void from_tables_that_were_lost_in_higher_versions_and_otherwise_the_same_bytes() {
        // given
        var from = LocalDate.of(2010, 1, 4);
        var stories = happened(from);
        var before = told.of(stories, from).withoutZeros();
        assertThat(before.facts()).hasSize(CASES);
        assertThat(before.metrics()).hasSizeGreaterThan(10);

        // when
        told.loses("case_fact, daily_share, daily_metric");
        rebuild(false);

        // then
        var after = told.of(stories, from).withoutZeros();
        assertIsAsBefore(after, before);
        assertThat(after.times()).isEqualTo(onceMore(before));
        assertVersionsGoOn(after);
    }

    @Test
    void on_topics_that_were_lost_though_nothing_has_changed() throws Exception {
        // given
        var from = LocalDate.of(2010, 2, 1);
        var stories = happened(from);
        var before = told.of(stories, from);

        // when
        var said = new ByteArrayOutputStream();
        var job =
                CompletableFuture.supplyAsync(
                        () -> job(said, "--topics"), Thread::startVirtualThread);
        while (!job.isDone()) {
            rebuilding.fire(clock.instant());
        }

        // then
        assertThat(job.get()).isZero();
        assertThat(said.toString(UTF_8)).containsPattern("done: \\d+ cases, \\d+ facts and \\d+");
        var after = told.of(stories, from);
        assertIsAsBefore(after, before);
        assertThat(after.times()).isEqualTo(onceMore(before));
        assertVersionsGoOn(after);
    }

    @Test
    void in_silence_where_all_is_as_it_should_be() {
        var from = LocalDate.of(2010, 3, 1);
        var stories = happened(from);
        var before = told.of(stories, from);

        rebuild(false);

        assertThat(told.of(stories, from)).isEqualTo(before);
    }

    @Test
    void where_facts_and_figures_have_drifted() {
        // given
        var from = LocalDate.of(2010, 4, 5);
        var stories = happened(from);
        var before = told.of(stories, from);
        var wrong = stories.getFirst().caseId().value();
        var stray = UUID.randomUUID();
        told.does("update case_fact set fold = '{\"round\": 7}' where case_id = ?", wrong);
        told.does("delete from daily_share where date > ?", from);
        told.does("update daily_metric set pages = pages + 5 where date >= ?", from);
        told.does(
                """
                insert into daily_share select ?, date, 'hq/nowhere', case_class, severity, 1,
                    resolved, closed, reopened, satisfied, not_satisfied, clocks_breached, pages,
                    acknowledged, exhausted from daily_share where date = ? limit 1
                """,
                stray,
                from);
        told.does(
                """
                insert into daily_metric select date, 'hq/nowhere', case_class, severity, 1,
                    resolved, closed, reopened, satisfied, not_satisfied, clocks_breached, pages,
                    acknowledged, exhausted, null, null, null, null, updated_at
                from daily_metric where date = ? limit 1
                """,
                from);

        // when
        rebuild(false);

        // then
        var after = told.of(stories, from);
        assertThat(after.facts()).isEqualTo(before.facts());
        assertThat(after.shares()).isEqualTo(before.shares());
        assertThat(after.metrics())
                .containsAll(before.metrics())
                .filteredOn(row -> row.contains("hq/nowhere"))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("\"pages\": 0", "\"registered\": 0"));
        assertThat(after.latest()).containsAllEntriesOf(before.latest());
        assertVersionsGoOn(after);
    }

    @Test
    void though_it_is_killed_in_each_step() {
        // given
        var from = LocalDate.of(2010, 5, 3);
        var stories = happened(from);
        var before = told.of(stories, from).withoutZeros();
        told.loses("case_fact, daily_share, daily_metric");

        // when
        long order = orders.ask(false);
        while (!orders.of(order).hasEnded()) {
            QuarkusTransaction.begin();
            rebuilding.step(clock.instant());
            QuarkusTransaction.rollback();
            rebuilding.fire(clock.instant());
        }

        // then
        var after = told.of(stories, from).withoutZeros();
        assertIsAsBefore(after, before);
        assertThat(after.times()).isEqualTo(onceMore(before));
    }

    @Test
    void while_more_is_told() throws Exception {
        // given
        var from = LocalDate.of(2010, 6, 7);
        var stories = new RandomStories(7, from).some(CASES);
        var events = shuffled(stories);
        int half = events.size() / 2;
        tell(events.subList(0, half));
        told.loses("case_fact, daily_share, daily_metric");

        // when
        var telling =
                CompletableFuture.runAsync(
                        () -> tell(events.subList(half, events.size())),
                        Thread::startVirtualThread);
        rebuild(false);
        while (!telling.isDone()) {
            rebuild(true);
        }
        telling.get();

        // then
        var after = told.of(stories, from);
        assertThat(after.facts()).hasSize(CASES);
        assertThat(stories)
                .allSatisfy(story -> {
                    assertThat(fact(story)).isEqualTo(FactFixtures.fold(story));
                    assertThat(after.latest().get(story.caseId().toString()))
                            .isEqualTo(Picture.withoutVersion(published(story)));
                });
        assertVersionsGoOn(after);
        rebuild(false);
        assertThat(told.of(stories, from)).isEqualTo(after);
    }

    @Test
    void and_what_the_journal_does_not_know_or_tells_in_unknown_words_stays_and_is_counted() {
        // given
        var stories = new RandomStories(8, LocalDate.of(2010, 7, 5)).some(3);
        tell(shuffled(stories));
        var usually = rebuild(false);
        var unheard = stories.get(0).caseId().value();
        var unreadable = stories.get(1).caseId().value();
        told.does("delete from timeline_event where case_id = ?", unheard);
        told.does("update timeline_event set type = 'of.old' where case_id = ?", unreadable);
        var before = told.of(stories, NO_DAY);

        // when
        var order = rebuild(true);

        // then
        assertThat(order.isWhole()).isFalse();
        assertThat(order.withoutEvents()).isEqualTo(usually.withoutEvents() + 1);
        assertThat(order.unreadable()).isEqualTo(usually.unreadable() + 1);
        var after = told.of(stories, NO_DAY);
        assertThat(after.facts()).isEqualTo(before.facts());
        assertThat(after.times()).isEqualTo(onceMore(before));
    }

    @Test
    void by_a_program_that_tells_what_it_wants() {
        var said = new ByteArrayOutputStream();

        assertThat(job(said, "--help")).isZero();
        assertThat(job(said, "--topcis")).isEqualTo(2);
        assertThat(said.toString(UTF_8)).contains("What is --topcis?");
        assertThat(
                        Rebuild.run(
                                new PrintStream(said, true, UTF_8),
                                Map.of(
                                        "quarkus.datasource.jdbc.url",
                                        "jdbc:postgresql://[::1]:1/")))
                .isEqualTo(3);
    }

    @Test
    void once_for_two_who_ask() {
        QuarkusTransaction.begin();
        try {
            long first = orders.ask(true);

            assertThat(orders.ask(false)).isEqualTo(first);
            assertThat(orders.ask(true)).isEqualTo(first);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** Cases that began on this day, of which all has been told in some order. */
    private List<Story> happened(LocalDate day) {
        var stories = new RandomStories(day.toEpochDay(), day).some(CASES);
        tell(shuffled(stories));
        return stories;
    }

    private List<CaseEvent> shuffled(List<Story> stories) {
        var events = new ArrayList<CaseEvent>();
        stories.forEach(story -> events.addAll(story.events()));
        Collections.shuffle(events, random);
        return events;
    }

    private void tell(List<CaseEvent> events) {
        for (int from = 0; from < events.size(); from += 40) {
            told.happens(events.subList(from, Math.min(from + 40, events.size())));
        }
    }

    private Order rebuild(boolean everything) {
        long order = orders.ask(everything);
        while (!orders.of(order).hasEnded()) {
            rebuilding.fire(clock.instant());
        }
        return orders.of(order);
    }

    /** In the test's own process, as an operator runs it beside the service. */
    private static int job(ByteArrayOutputStream said, String... words) {
        var settings = new HashMap<String, String>();
        for (var name : List.of("jdbc.url", "username", "password")) {
            var full = "quarkus.datasource." + name;
            settings.put(full, ConfigProvider.getConfig().getValue(full, String.class));
        }
        return Rebuild.run(new PrintStream(said, true, UTF_8), settings, words);
    }

    private static void assertIsAsBefore(Picture after, Picture before) {
        assertThat(after.facts()).isEqualTo(before.facts());
        assertThat(after.shares()).isEqualTo(before.shares());
        assertThat(after.metrics()).isEqualTo(before.metrics());
        assertThat(after.latest()).isEqualTo(before.latest());
    }

    private static Map<String, Integer> onceMore(Picture before) {
        var times = before.times();
        times.replaceAll((_, each) -> each + 1);
        return times;
    }

    private static void assertVersionsGoOn(Picture after) {
        after.published()
                .forEach((key, all) -> {
                    var versions = all.stream().map(EverythingIsMadeAnewTest::version).toList();
                    assertThat(versions).as(key).doesNotHaveDuplicates().isSorted();
                });
    }

    /** Of a fact its number, of a metric when it was summed up: what readers go by. */
    private static long version(Message message) {
        var json = message.json();
        return json.has("factVersion")
                ? json.get("factVersion").asLong()
                : ChronoUnit.MICROS.between(
                        Instant.EPOCH, Instant.parse(json.get("updatedAt").asText()));
    }

    private static String published(Story story) {
        return new String(EventJson.write(FactFixtures.published(story)), UTF_8);
    }

    private CaseFact fact(Story story) {
        var rows =
                told.rows(
                        "select fold::text from case_fact where case_id = '%s'"
                                .formatted(story.caseId()));
        return EventJson.read(rows.getFirst().getBytes(UTF_8), CaseFact.class);
    }
}
