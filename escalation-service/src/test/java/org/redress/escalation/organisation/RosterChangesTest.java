package org.redress.escalation.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.escalation.cases.UnitPath;
import org.redress.local.testing.TestTopics;
import org.redress.platform.due.DueLoop;
import org.redress.platform.messaging.Alarms;
import org.threeten.extra.MutableClock;

/** Shifts change while the service runs: the next page goes to who holds the duty then (ES-17). */
@WithEscalation
class RosterChangesTest {

    private static final UnitPath LEGAL = new UnitPath("hq/legal");

    @Inject OrganisationStore store;
    @Inject OrganisationTables tables;
    @Inject OrganisationSource source;
    @Inject Clock clock;
    @Inject Alarms alarms;
    @Inject MutableClock time;
    @Inject DueLoop timer;
    @Inject Jdbi jdbi;

    @AfterEach
    void asBefore() {
        run("update duty set a_holder = 'qian.feng', b_holder = 'shen.lu' where unit = 'hq/legal'");
        await().atMost(Duration.ofSeconds(10)).until(() -> holder(store).equals("qian.feng"));
    }

    @Test
    void the_deputy_of_the_new_shift_is_paged_next() {
        CaseStory story = CaseStory.assigned("HIGH", "hq/legal");
        assertThat(story.paged()).containsExactly("qian.feng");

        run("update duty set a_holder = 'han.xue', b_holder = 'feng.tao' where unit = 'hq/legal'");
        await().atMost(Duration.ofSeconds(10)).until(() -> holder(store).equals("han.xue"));
        time.add(Duration.ofMinutes(5));
        timer.fireDue();

        assertThat(story.paged()).containsExactly("qian.feng", "feng.tao");
    }

    @Test
    void every_replica_sees_the_change_and_a_slip_changes_nothing() {
        List<OrganisationStore> replicas =
                Stream.generate(() ->
                                new OrganisationStore(
                                        tables, source, clock, alarms, ZoneId.of("Asia/Shanghai")))
                        .limit(2)
                        .toList();

        run("update duty set a_holder = 'han.xue' where unit = 'hq/legal'");
        replicas.forEach(OrganisationStore::catchUp);
        assertThat(replicas).extracting(RosterChangesTest::holder).containsOnly("han.xue");

        run(
                "update escalation_policy set definition = jsonb_set(definition, '{unit}', '\"hq/nowhere\"') where id = 'high'");
        replicas.forEach(OrganisationStore::catchUp);
        run(
                "update escalation_policy set definition = jsonb_set(definition, '{unit}', '\"hq\"') where id = 'high'");
        assertThat(replicas).extracting(RosterChangesTest::holder).containsOnly("han.xue");
        TestTopics.await("redress.alarms", alarm -> alarm.text().contains("ORGANISATION_INVALID"));
    }

    private static String holder(OrganisationStore replica) {
        return replica.current().find("duty-officer", LEGAL).orElseThrow().a().value();
    }

    private void run(String sql) {
        QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(handle -> handle.execute(sql)));
    }
}
