package org.redress.notification.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.notification.MessagesOf;
import org.redress.notification.Post;
import org.redress.notification.Story;
import org.redress.notification.WithNotification;

/** The mail is out, and the database does not take that it is. */
@WithNotification
class AnOutcomeIsNotForgottenTest {
    private static final String ZHANG_LEI = "zhang.lei@redress.example";

    private final Story kettle = Story.kettle().isRegistered();

    @Inject Jdbi jdbi;

    @BeforeEach
    void theDatabaseTakesNoOutcomeOfThisCase() {
        jdbi.useHandle(handle -> {
            handle.execute(
                    """
                    create function takes_no_outcome() returns trigger language plpgsql as $$
                    begin
                        raise exception 'read only' using errcode = '25006';
                    end $$
                    """);
            handle.execute(
                    """
                    create trigger takes_no_outcome before update on message for each row
                    when (new.case_number = '%s' and new.state = 'SENT')
                    execute function takes_no_outcome()
                    """
                            .formatted(kettle.caseNumber));
        });
    }

    @AfterEach
    void theDatabaseIsAsBefore() {
        jdbi.useHandle(handle -> handle.execute("drop function takes_no_outcome cascade"));
    }

    @Test
    void it_is_written_down_once_the_database_takes_it_and_nothing_is_sent_twice() {
        kettle.pages("zhang.lei", "A");
        Post.awaitTo(ZHANG_LEI, kettle);
        assertThat(MessagesOf.states(kettle)).contains("ESCALATION_PAGE SENDING");

        // when
        jdbi.useHandle(handle -> handle.execute("alter table message disable trigger user"));

        // then
        await().untilAsserted(() ->
                assertThat(MessagesOf.states(kettle)).contains("ESCALATION_PAGE SENT"));
        assertThat(Post.to(ZHANG_LEI, kettle)).hasSize(1);
        assertThat(outcomes()).containsExactly("ACCEPTED");
    }

    @Test
    void meanwhile_others_are_written_to() {
        kettle.pages("zhang.lei", "A");
        Post.awaitTo(ZHANG_LEI, kettle);

        // when
        var other = Story.kettle().isRegistered();
        other.pages("zhang.lei", "A");

        // then
        Post.awaitTo(ZHANG_LEI, other);
    }

    private List<String> outcomes() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select coalesce(a.outcome, 'none') from attempt a join"
                                        + " message m on m.id = a.message_id where"
                                        + " m.case_number = :number and m.priority = 0")
                        .bind("number", kettle.caseNumber)
                        .mapTo(String.class)
                        .list());
    }
}
