package org.redress.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.platform.messaging.Envelopes.poll;
import static org.redress.platform.messaging.Envelopes.thing;
import static org.redress.platform.messaging.Subscription.on;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.health.api.Wellness;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.TestTopics;
import org.redress.platform.messaging.Things.Thing;

@WithInfrastructure
class WhenEverythingFailsNothingIsBuriedTest {

    private static final Duration BOUND = Duration.ofSeconds(30);

    private final Inbox inbox;
    private final ChannelsWellness wellness;
    private final String url;
    private final String user;
    private final String password;
    private volatile Map<String, Exception> failing = new ConcurrentHashMap<>();

    /** The key with whose event everything goes well again. */
    private volatile String ends = "";

    private final List<String> applied = new CopyOnWriteArrayList<>();
    private final List<String> keys = List.of(newKey(), newKey(), newKey(), newKey(), newKey());

    WhenEverythingFailsNothingIsBuriedTest(
            Effects effects,
            Plausibility plausibility,
            DeadLetters deadLetters,
            Channels channels,
            @ConfigProperty(name = "messaging.inbox.keys-in-a-row") int keysInARow,
            @Wellness ChannelsWellness wellness,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        var reception =
                new Reception(
                        Envelopes.subscribed(on(Envelopes.MADE, Thing.class, this::made)),
                        plausibility,
                        deadLetters,
                        "tester",
                        "things.");
        this.inbox = new Inbox(effects, reception, channels, hasty(), keysInARow);
        this.wellness = wellness;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Rests between two tries as short as can be; how long they are shows {@link PatienceTest}. */
    private static Batches hasty() {
        return new Batches() {
            @Override
            void rest(Duration rest) {
                super.rest(Duration.ofMillis(5));
            }
        };
    }

    private void made(IncomingEvent event, Thing thing) {
        var failure = failing.get(event.key());
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        applied.add(thing.name());
        if (event.key().equals(ends)) {
            failing = Map.of();
        }
    }

    @Test
    void after_two_dead_letters_the_channel_stops_and_goes_on_by_itself() throws Exception {
        // given
        keys.forEach(key -> failing.put(key, new NullPointerException("a bug of ours")));

        // when
        var receiving =
                Thread.startVirtualThread(() ->
                        inbox.receive(
                                "things",
                                poll(
                                        thing(keys.get(0), "a"),
                                        thing(keys.get(1), "b"),
                                        thing(keys.get(2), "c"),
                                        thing(keys.get(3), "d"),
                                        thing(keys.get(4), "e"))));

        // then
        await().atMost(BOUND)
                .untilAsserted(() ->
                        assertThat(shown()).anyMatch(text -> text.startsWith("stopped since")));
        assertThat(wellness.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(buried()).isEqualTo(Set.of(keys.get(0), keys.get(1)));
        TestTopics.await(
                "redress.alarms",
                alarm ->
                        alarm.json().path("kind").asText().equals("CHANNEL_STOPPED")
                                && alarm.json().path("reason").asText().contains("NullPointer"));

        // when
        failing = Map.of();

        // then
        receiving.join(BOUND);
        assertThat(applied).containsExactlyInAnyOrder("c", "d", "e");
        assertThat(buried()).hasSize(2);
        assertThat(shown()).noneMatch(text -> text.startsWith("stopped"));
    }

    @Test
    void one_bad_case_with_many_events_stops_nobody() {
        // given
        failing.put(keys.get(0), new IllegalStateException("unknown here"));

        // when
        inbox.receive(
                "things",
                poll(
                        thing(keys.get(0), "1"),
                        thing(keys.get(0), "2"),
                        thing(keys.get(0), "3"),
                        thing(keys.get(0), "4"),
                        thing(keys.get(1), "good")));

        // then
        assertThat(applied).contains("good");
        assertThat(buried()).containsExactly(keys.get(0));
    }

    @Test
    void three_poisoned_events_are_buried_when_another_key_goes_well() {
        // given
        keys.subList(0, 4).forEach(key -> failing.put(key, new IllegalStateException("poison")));

        // when
        inbox.receive(
                "things",
                poll(
                        thing(keys.get(0), "1"),
                        thing(keys.get(1), "2"),
                        thing(keys.get(2), "3"),
                        thing(keys.get(3), "4"),
                        thing(keys.get(4), "good")));

        // then
        assertThat(applied).containsExactly("good");
        assertThat(buried()).isEqualTo(Set.copyOf(keys.subList(0, 4)));
    }

    @Test
    void what_ends_just_when_another_key_is_asked_is_nobodys_fault() {
        // given
        keys.subList(0, 3)
                .forEach(key ->
                        failing.put(
                                key,
                                new IllegalStateException("fails until the others were asked")));
        ends = keys.get(3);

        // when
        inbox.receive(
                "things",
                poll(
                        thing(keys.get(0), "1"),
                        thing(keys.get(1), "2"),
                        thing(keys.get(2), "3"),
                        thing(keys.get(3), "4")));

        // then
        assertThat(applied).containsExactly("4", "3");
        assertThat(buried()).isEqualTo(Set.of(keys.get(0), keys.get(1)));
    }

    @Test
    void an_outage_of_any_kind_is_waited_for() throws Exception {
        for (var state : List.of("25006", "58030", "42P01", "55P03", "40001", "XX000")) {
            // given
            var key = newKey();
            failing.put(key, new SQLException("outage", state));

            // when
            var receiving =
                    Thread.startVirtualThread(
                            () -> inbox.receive("things", poll(thing(key, state))));
            await().atMost(BOUND)
                    .untilAsserted(() ->
                            assertThat(shown())
                                    .anyMatch(text -> text.contains("SQLException " + state)));
            failing.remove(key);

            // then
            receiving.join(BOUND);
            assertThat(applied).contains(state);
            assertThat(TestTopics.read("things.tester.dlq", key)).isEmpty();
        }
    }

    @Test
    void a_database_that_only_reads_for_a_while_loses_nothing() throws Exception {
        // given
        var key = newKey();
        setReadOnly(true);
        try {
            // when
            var receiving =
                    Thread.startVirtualThread(
                            () -> inbox.receive("things", poll(thing(key, "late"))));
            await().atMost(BOUND)
                    .untilAsserted(
                            () -> assertThat(shown()).anyMatch(text -> text.contains("25006")));
            setReadOnly(false);

            // then
            receiving.join(BOUND);
            assertThat(applied).containsExactly("late");
            assertThat(TestTopics.read("things.tester.dlq", key)).isEmpty();
        } finally {
            setReadOnly(false);
        }
    }

    /** As a failover leaves it for a while: the pool's connections are gone, new ones only read. */
    private void setReadOnly(boolean readOnly) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute(
                    "begin read write; alter role current_user set default_transaction_read_only = %s; commit"
                            .formatted(readOnly ? "on" : "off"));
            statement.execute(
                    """
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and usename = current_user
                        and pid <> pg_backend_pid()
                    """);
        }
    }

    private List<String> shown() {
        return wellness.call().getData().orElseThrow().values().stream()
                .map(String::valueOf)
                .toList();
    }

    private Set<String> buried() {
        return Set.copyOf(
                TestTopics.read("things.tester.dlq").stream()
                        .map(letter -> String.valueOf(letter.key()))
                        .filter(keys::contains)
                        .toList());
    }

    private static String newKey() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }
}
