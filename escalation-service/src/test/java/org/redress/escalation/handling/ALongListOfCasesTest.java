package org.redress.escalation.handling;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.platform.due.DueLoop;

@WithEscalation
class ALongListOfCasesTest {

    @Inject DueLoop timer;

    @Test
    void a_long_list_comes_in_parts() {
        for (int i = 0; i < 51; i++) {
            CaseStory story = CaseStory.unknown();
            story.register();
            story.assess(1, "LOW", "hq/outlets/west");
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    timer.fireDue();
                    String cursor =
                            list("").then().body("items", hasSize(50)).extract().path("next");
                    list("&cursor=" + cursor)
                            .then()
                            .body("items", hasSize(1))
                            .body("next", equalTo(null));
                });
        list("&cursor=bm9uc2Vuc2U")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("cursor"));
    }

    private static Response list(String more) {
        return CaseStory.with("ye.qing", "manager", "hq/outlets/west")
                .get("/api/v1/handlings?status=ASSIGNED" + more);
    }
}
