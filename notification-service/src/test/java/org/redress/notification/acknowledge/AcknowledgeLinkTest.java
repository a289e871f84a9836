package org.redress.notification.acknowledge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.notification.Deliveries;
import org.redress.notification.Post;
import org.redress.notification.Story;
import org.redress.notification.WithNotification;
import org.redress.notification.links.AcknowledgeLinks;

@WithNotification
class AcknowledgeLinkTest {
    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @Inject AcknowledgeLinks links;
    @Inject Clock clock;

    private Story kettle;
    private String pageId;
    private String token;

    @BeforeEach
    void zhangLeiIsCalled() {
        kettle = Story.kettle().isRegistered();
        pageId = kettle.pages("zhang.lei", "A");
        token = Post.awaitTo("zhang.lei@redress.example", kettle).token();
    }

    @Test
    void looking_shows_what_it_is_about_and_acknowledges_nothing() {
        // when
        open().then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .body(containsString("<form method=\"post\">"))
                .body(containsString(kettle.caseNumber))
                .body(containsString("lang=\"zh-CN\""));
        given().head("/a/" + token).then().statusCode(200);

        // then
        state().body("acknowledgedAt", nullValue());
    }

    @Test
    void the_page_loads_nothing_leads_nowhere_else_and_is_not_kept() {
        var answer = open();

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("X-Robots-Tag")).contains("noindex");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        var nonce = answer.header("Content-Security-Policy").replaceAll(".*nonce-([^']+)'.*", "$1");
        assertThat(answer.body().asString()).contains("<style nonce=\"" + nonce + "\">");
    }

    @Test
    void saying_yes_acknowledges_once_however_often_it_is_said() {
        // when
        acknowledge().then().statusCode(200).body(containsString("由您接手"));
        acknowledge().then().statusCode(200).body(containsString("由您接手"));
        open().then().statusCode(200).body(not(containsString("<form")));

        // then
        var event = Deliveries.await(kettle, "message.acknowledged.v1", "");
        assertThat(event.path("pageId").asText()).isEqualTo(pageId);
        assertThat(event.path("escalationId").asText()).isEqualTo(kettle.escalationId);
        assertThat(event.path("personId").asText()).isEqualTo("zhang.lei");
        assertThat(Deliveries.count(kettle, "message.acknowledged.v1")).isEqualTo(1);
        state().body("acknowledgedBy", equalTo("zhang.lei"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "https://redress.example", "http://elsewhere.example"})
    void the_button_works_whatever_a_browser_says_of_where_it_comes_from(String origin) {
        given().accept(BROWSER)
                .header("Origin", origin)
                .contentType(ContentType.URLENC)
                .post("/a/" + token)
                .then()
                .statusCode(200)
                .body(containsString("由您接手"));
    }

    @Test
    void who_comes_second_is_told_who_has_it() {
        kettle.pages("he.jing", "B");
        var second = Post.awaitTo("he.jing@redress.example", kettle).token();
        acknowledge();

        // when
        given().accept(BROWSER)
                .post("/a/" + second)
                .then()
                .statusCode(200)
                .body(containsString("Somebody has it: Zhang Lei"));

        // then
        assertThat(Deliveries.count(kettle, "message.acknowledged.v1")).isLessThanOrEqualTo(1);
    }

    @Test
    void a_forged_link_is_unknown_to_browsers_and_programs() {
        var forged = token.substring(0, token.length() - 2) + "zz";

        given().accept(BROWSER)
                .header("Accept-Language", "en")
                .get("/a/" + forged)
                .then()
                .statusCode(404)
                .contentType(ContentType.HTML)
                .body(containsString("We don’t know this link"));
        given().accept("application/json")
                .post("/a/" + forged)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("status", equalTo(404));
        state().body("acknowledgedAt", nullValue());
    }

    @Test
    void a_link_for_a_message_that_is_none_is_unknown() {
        var link = links.to(UUID.randomUUID(), clock.instant());

        given().accept(BROWSER).get("/a/" + tokenOf(link)).then().statusCode(404);
    }

    @Test
    void an_expired_link_is_gone_and_acknowledges_nothing() {
        var messageId =
                Deliveries.await(kettle, "message.sent.v1", "ESCALATION_PAGE").path("messageId");
        var expired =
                tokenOf(
                        links.to(
                                UUID.fromString(messageId.asText()),
                                clock.instant().minus(Duration.ofDays(2))));

        given().accept(BROWSER)
                .post("/a/" + expired)
                .then()
                .statusCode(410)
                .contentType(ContentType.HTML)
                .body(containsString("链接已过期"));
        given().accept("application/problem+json")
                .get("/a/" + expired)
                .then()
                .statusCode(410)
                .contentType("application/problem+json");
        state().body("acknowledgedAt", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "'text/html, application/json', text/html",
        "'application/json, text/html', application/json",
        "'application/json;q=0.5, text/html', text/html",
        "'*/*', text/html",
        "'image/png, */*;q=0.1', text/html"
    })
    void json_is_for_whoever_names_it_before_html(String accepted, String answered) {
        given().accept(accepted)
                .get("/a/" + token)
                .then()
                .statusCode(200)
                .contentType(containsString(answered))
                .header("Vary", containsString("Accept"))
                .header("Cache-Control", containsString("no-store"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
    }

    private Response open() {
        return given().accept(BROWSER).get("/a/" + token);
    }

    private Response acknowledge() {
        return given().accept(BROWSER).contentType(ContentType.URLENC).post("/a/" + token);
    }

    private ValidatableResponse state() {
        return given().accept("application/json").get("/a/" + token).then().statusCode(200);
    }

    private static String tokenOf(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
