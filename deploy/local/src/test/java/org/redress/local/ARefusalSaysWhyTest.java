package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ARefusalSaysWhyTest {

    @Test
    void the_fields_of_the_problem_are_named() throws JsonProcessingException {
        assertThat(
                        answer(
                                        400,
                                        """
                                        {"detail": "The request is not valid.", "violations": [
                                          {"field": "description", "message": "is too long"},
                                          {"field": "customer.phone", "message": "is needed"}]}
                                        """)
                                .reason())
                .isEqualTo("400: description is too long; customer.phone is needed");
    }

    @Test
    void without_fields_it_is_the_detail() throws JsonProcessingException {
        assertThat(answer(409, "{\"detail\": \"The case is CLOSED.\"}").reason())
                .isEqualTo("409: The case is CLOSED.");
        assertThat(new Answer(502, MissingNode.getInstance(), "").reason()).isEqualTo("502");
    }

    @ParameterizedTest
    @CsvSource({
        "400, false",
        "401, false",
        "403, false",
        "409, true",
        "413, false",
        "422, false",
        "429, true",
        "500, true",
        "503, true"
    })
    void only_what_may_pass_is_sent_again(int status, boolean again) {
        assertThat(new Answer(status, MissingNode.getInstance(), "").isWorthRetrying())
                .isEqualTo(again);
    }

    @Test
    void a_journey_ends_with_the_reason() {
        assertThatThrownBy(
                        () -> answer(403, "{\"detail\": \"Not yours.\"}").orFail("The acceptance"))
                .isInstanceOf(Failure.class)
                .hasMessage("The acceptance was answered 403: Not yours.");
    }

    private static Answer answer(int status, String problem) throws JsonProcessingException {
        return new Answer(status, Answer.JSON.readTree(problem), "");
    }
}
