package org.redress.escalation.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.escalation.cases.PersonId;
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
    @Inject OrganisationVersions versions;
    @Inject OrganisationTables tables;
    @Inject OrganisationSource source;
    @Inject Event<OrganisationChanged> changes;
    @Inject Clock clock;
    @Inject Alarms alarms;
    @Inject MutableClock time;
    @Inject DueLoop timer;
    @Inject Jdbi jdbi;

    @AfterEach
    void asBefore() {
        change(_ -> DemoOrganisation.text());
    }

    @Test
    void the_deputy_of_the_new_shift_is_paged_next() {
        CaseStory story = CaseStory.assigned("HIGH", "hq/legal");
        assertThat(story.paged()).containsExactly("qian.feng");

        long changed =
                change(yaml -> yaml.replace("a: qian.feng, b: shen.lu", "a: han.xue, b: feng.tao"));
        time.add(Duration.ofMinutes(5));
        timer.fireDue();

        assertThat(story.paged()).containsExactly("qian.feng", "feng.tao");
        assertThat(story.escalations().getLast().get("organisation")).isEqualTo((int) changed);
    }

    @Test
    void who_is_away_is_not_paged_but_who_stands_in() {
        change(yaml ->
                yaml
                        + """
                        absences:
                          - { person: qian.feng, from: 2020-01-01, until: 2100-01-01 }
                          - { person: shen.lu, from: 2020-01-01, until: 2100-01-01, deputy: yuan.mei }
                        """);

        CaseStory story = CaseStory.assigned("HIGH", "hq/legal");

        assertThat(story.paged()).containsExactly("yuan.mei");
        assertThat(story.lastPage()).containsEntry("holder", "B");
    }

    @Test
    void where_nobody_is_there_the_watch_is_paged_and_alarmed() {
        change(yaml ->
                yaml
                        + "absences:\n"
                        + Stream.of("qian.feng", "shen.lu", "liu.min", "sun.hao")
                                .map(
                                        "  - { person: %s, from: 2020-01-01, until: 2100-01-01 }\n"
                                                ::formatted)
                                .reduce("", String::concat));

        CaseStory story = CaseStory.assigned("HIGH", "hq/legal");

        assertThat(story.paged()).containsExactly("liu.qiang");
        assertThat(story.lastPage()).containsEntry("roleId", "watch");
        TestTopics.await("redress.alerts", alert -> alert.text().contains("NOBODY_ON_DUTY"));
    }

    @Test
    void every_replica_sees_the_change_and_a_slip_changes_nothing() {
        List<OrganisationStore> replicas =
                Stream.generate(() ->
                                new OrganisationStore(
                                        versions,
                                        tables,
                                        source,
                                        changes,
                                        clock,
                                        alarms,
                                        DemoOrganisation.ZONE))
                        .limit(2)
                        .toList();

        change(yaml -> yaml.replace("a: qian.feng", "a: han.xue"));
        replicas.forEach(OrganisationStore::catchUp);
        assertThat(replicas).extracting(this::holder).containsOnly("han.xue");

        QuarkusTransaction.requiringNew()
                .run(() ->
                        jdbi.useHandle(handle ->
                                handle.execute(
                                        """
                                        insert into organisation_version
                                        select version + 1, jsonb_set(document, '{reception}', '"hq/nowhere"'), now(),
                                               'nobody', 'a slip', '[]'
                                        from organisation_version order by version desc limit 1
                                        """)));
        replicas.forEach(OrganisationStore::catchUp);
        assertThat(replicas).extracting(this::holder).containsOnly("han.xue");
        TestTopics.await("redress.alarms", alarm -> alarm.text().contains("ORGANISATION_INVALID"));
    }

    private String holder(OrganisationStore replica) {
        PersonId first =
                replica.current().reach("duty-officer", LEGAL, clock.instant()).getFirst().person();
        return first.value();
    }

    private long change(UnaryOperator<String> how) {
        Document document = OrganisationYaml.read("test", how.apply(DemoOrganisation.text()));
        long version = versions.newest() + 1;
        QuarkusTransaction.requiringNew()
                .run(() ->
                        versions.add(
                                new OrganisationVersion(
                                        version,
                                        document,
                                        clock.instant(),
                                        "test",
                                        "a test",
                                        List.of()),
                                true));
        store.catchUp();
        return version;
    }
}
