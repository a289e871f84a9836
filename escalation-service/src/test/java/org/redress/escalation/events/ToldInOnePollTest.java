package org.redress.escalation.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.OnePoll;
import org.redress.escalation.WithEscalation;
import org.redress.platform.due.DueLoop;
import org.redress.platform.messaging.Inbox;

/** What comes in one poll is one transaction, and ends as if each had come alone. */
@WithEscalation
class ToldInOnePollTest {

    @Inject Inbox inbox;
    @Inject DueLoop timer;

    private final OnePoll poll = new OnePoll();

    @Test
    void a_case_may_be_registered_twice_judged_twice_and_withdrawn() {
        CaseStory story = CaseStory.toldBy(poll);
        story.register();
        story.register();
        story.assess(1, "LOW", "hq/quality");
        story.assess(2, "CRITICAL", "hq/quality");

        poll.applyBy(inbox);

        story.view()
                .then()
                .body("status", equalTo("ASSIGNED"))
                .body("severity", equalTo("CRITICAL"))
                .body("clocks.findAll { it.state == 'RUNNING' }", hasSize(4))
                .body("escalations.state", equalTo(List.of("RUNNING")));

        story.assess(3, "CRITICAL", "hq/finance");
        story.withdraw();
        poll.applyBy(inbox);

        story.view()
                .then()
                .body("status", equalTo("CLOSED"))
                .body("clocks.findAll { it.state == 'RUNNING' }", hasSize(0))
                .body("escalations.findAll { it.state == 'RUNNING' }", hasSize(0))
                .body("escalations", hasSize(2));
    }

    @Test
    void a_judgement_that_comes_before_its_case_waits_for_it() {
        CaseStory story = CaseStory.toldBy(poll);
        story.assess(1, "LOW", "hq/quality");
        story.register();

        poll.applyBy(inbox);
        timer.fireDue();

        story.view().then().body("status", equalTo("ASSIGNED"));
    }

    @Test
    void what_nobody_can_have_said_takes_nothing_else_with_it() {
        CaseStory one = CaseStory.toldBy(poll);
        CaseStory other = CaseStory.toldBy(poll);
        one.register();
        other.register();
        one.assess(99, "LOW", "hq/quality");
        other.assess(1, "LOW", "hq/quality");

        poll.applyBy(inbox);

        assertThat(one.view().<String>path("status")).isEqualTo("NEW");
        other.view().then().body("status", equalTo("ASSIGNED"));
    }
}
