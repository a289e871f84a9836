package org.redress.escalation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.redress.escalation.cases.CaseNumber;
import org.redress.local.testing.Message;
import org.redress.local.testing.TestIssuer;
import org.redress.local.testing.TestTopics;

/** One case, told from outside: what the other services say of it, and what people do over HTTP. */
public final class CaseStory {

    private static final AtomicInteger SEQUENCE = new AtomicInteger(10_000);
    private static final String BY_AGENT =
            "\"actor\": {\"kind\": \"PERSON\", \"role\": \"intake-agent\", \"id\": \"li.na\"}";
    private static final String BY_RULE = "\"actor\": {\"kind\": \"RULE\", \"id\": \"triage\"}";

    private final String id = UuidCreator.getTimeOrderedEpoch().toString();
    private final String number = genuine(SEQUENCE.incrementAndGet());

    private String caseClass = "EMERGENCY";
    private String priority = "P2";

    private String customer = UuidCreator.getTimeOrderedEpoch().toString();

    private final Post post;

    private interface Post {
        void publish(String topic, String key, String type, String json);
    }

    private CaseStory(Post post) {
        this.post = post;
    }

    /** A case that nobody has said anything of yet. */
    public static CaseStory unknown() {
        return new CaseStory(TestTopics::publish);
    }

    /** A case of which all that the other services say comes in polls that the test applies. */
    public static CaseStory toldBy(OnePoll poll) {
        return new CaseStory(poll::add);
    }

    /** A case that intake has registered. */
    public static CaseStory registered() {
        CaseStory story = unknown();
        story.register();
        story.awaitStatus("NEW");
        return story;
    }

    /** A case that triage has given to a unit. */
    public static CaseStory assigned(String severity, String unit) {
        CaseStory story = registered();
        story.assess(1, severity, unit);
        story.awaitStatus("ASSIGNED");
        return story;
    }

    /** A case of a customer that triage has given to a unit. */
    public static CaseStory assignedOf(String customer, String severity, String unit) {
        CaseStory story = unknown();
        story.customer = customer;
        story.register();
        story.awaitStatus("NEW");
        story.assess(1, severity, unit);
        story.awaitStatus("ASSIGNED");
        return story;
    }

    /** A case that its handler, chen.wei, has answered. */
    public static CaseStory resolved(String severity, String unit) {
        CaseStory story = assigned(severity, unit);
        story.accept().statusCode(200);
        story.resolve().statusCode(200);
        return story;
    }

    /** A case that triage has judged to be this. */
    public static CaseStory judged(
            String caseClass, String priority, String severity, String unit) {
        CaseStory story = registered();
        story.caseClass = caseClass;
        story.priority = priority;
        story.assess(1, severity, unit);
        story.awaitStatus("ASSIGNED");
        return story;
    }

    public String id() {
        return id;
    }

    public String number() {
        return number;
    }

    public void register() {
        publish(
                "redress.cases",
                "redress.case.registered.v1",
                common(1)
                        + BY_AGENT
                        + ", \"channel\": \"HOTLINE\", \"customerId\": \"%s\"".formatted(customer));
    }

    /** It happened in that unit. */
    public void registerIn(String unit) {
        publish(
                "redress.cases",
                "redress.case.registered.v1",
                common(1)
                        + BY_AGENT
                        + ", \"channel\": \"HOTLINE\", \"incident\": {\"unit\": \"%s\"}"
                                .formatted(unit));
        awaitStatus("NEW");
    }

    /** The customer has been told by when the responsible unit answers and has solved it. */
    public void registerPromising(Instant firstResponse, Instant resolution) {
        publish(
                "redress.cases",
                "redress.case.registered.v1",
                common(1)
                        + BY_AGENT
                        + """
                        , "channel": "HOTLINE", "timetable": [
                        {"milestone": "ACKNOWLEDGMENT", "dueAt": "%1$s", "by": "CUSTOMER_SERVICE"},
                        {"milestone": "FIRST_RESPONSE", "dueAt": "%1$s", "by": "RESPONSIBLE_UNIT"},
                        {"milestone": "RESOLUTION", "dueAt": "%2$s", "by": "RESPONSIBLE_UNIT"}]
                        """
                                .formatted(firstResponse, resolution));
        awaitStatus("NEW");
    }

    public void assess(int revision, String severity, String unit) {
        publish(
                "redress.assessments",
                "redress.case.assessed.v1",
                common(1)
                        + BY_RULE
                        + """
                        , "revision": %d, "caseClass": "%s", "category": "PRODUCT_SAFETY", "severity": "%s",
                        "conductLevel": "NONE", "responseLevel": "III", "priority": "%s", "tier": "T1",
                        "ownerUnit": "%s", "tableVersion": "1", "reasons": [], "signals": []
                        """
                                .formatted(revision, caseClass, severity, priority, unit));
    }

    public void satisfaction(int round, String outcome, int attempt) {
        satisfaction(round, outcome, attempt, "said so");
    }

    public void satisfaction(int round, String outcome, int attempt, String note) {
        publish(
                "redress.cases",
                "redress.case.satisfaction-recorded.v1",
                common(round)
                        + BY_AGENT
                        + ", \"outcome\": \"%s\", \"attempt\": %d, \"note\": \"%s\""
                                .formatted(outcome, attempt, note));
    }

    /** Somebody talked with the customer. */
    public void contact() {
        contact("\"direction\": \"OUTBOUND\"");
    }

    /** The customer asks again. */
    public void urge() {
        contact("\"direction\": \"INBOUND\", \"reason\": \"URGED\"");
    }

    private void contact(String how) {
        publish(
                "redress.cases",
                "redress.case.contact-logged.v1",
                common(1)
                        + BY_AGENT
                        + ", %s, \"channel\": \"HOTLINE\", \"note\": \"rang\"".formatted(how));
    }

    public void withdraw() {
        publish(
                "redress.cases",
                "redress.case.withdrawn.v1",
                common(1) + BY_AGENT + ", \"reason\": \"settled\"");
    }

    /** The customer of the case is to be forgotten. */
    public void erase() {
        String customer = UuidCreator.getTimeOrderedEpoch().toString();
        TestTopics.publish(
                "redress.erasures",
                customer,
                "redress.customer.erased.v1",
                """
                {"customerId": "%s", "caseIds": ["%s"], "occurredAt": "2026-11-21T06:00:00Z",
                 "recordedAt": "2026-11-21T06:00:00Z",
                 "actor": {"kind": "PERSON", "role": "intake-agent", "id": "li.na"}}
                """
                        .formatted(customer, id));
    }

    public void acknowledgeByMail(Map<String, Object> page, String escalationId) {
        publish(
                "redress.deliveries",
                "redress.message.acknowledged.v1",
                common(1)
                        + "\"actor\": {\"kind\": \"PERSON\", \"id\": \"%1$s\"}, \"messageId\": \"%2$s\", \"pageId\": \"%2$s\", \"escalationId\": \"%3$s\", \"personId\": \"%1$s\", \"via\": \"MAIL_LINK\""
                                .formatted(page.get("personId"), page.get("pageId"), escalationId));
    }

    public void pageSent(Map<String, Object> page) {
        publish(
                "redress.deliveries",
                "redress.message.sent.v1",
                common(1)
                        + "\"actor\": {\"kind\": \"RULE\", \"id\": \"escalation-page\"}, \"messageId\": \"%1$s\", \"purpose\": \"ESCALATION_PAGE\", \"channel\": \"EMAIL\", \"attempt\": 1, \"pageId\": \"%1$s\""
                                .formatted(page.get("pageId")));
    }

    public void pageFailed(Map<String, Object> page, boolean isFinal) {
        publish(
                "redress.deliveries",
                "redress.message.failed.v1",
                common(1)
                        + "\"actor\": {\"kind\": \"RULE\", \"id\": \"smtp\"}, \"messageId\": \"%1$s\", \"purpose\": \"ESCALATION_PAGE\", \"channel\": \"EMAIL\", \"attempt\": 1, \"pageId\": \"%1$s\", \"reason\": \"no such mailbox\", \"final\": %2$s"
                                .formatted(page.get("pageId"), isFinal));
    }

    private void publish(String topic, String type, String fields) {
        post.publish(topic, id, type, "{" + fields + "}");
    }

    private String common(int round) {
        return """
        "caseId": "%s", "caseNumber": "%s", "round": %d,
        "occurredAt": "2026-11-21T06:00:00Z", "recordedAt": "2026-11-21T06:00:00Z",
        """
                .formatted(id, number, round);
    }

    public ValidatableResponse accept() {
        return as("chen.wei", "handler").post(path("acceptance")).then();
    }

    /** A note in words of one's own. */
    public ValidatableResponse noteSaying(String words) {
        return as("chen.wei", "handler")
                .body(Map.of("kind", "NOTE", "note", words))
                .post(path("progress"))
                .then();
    }

    public ValidatableResponse note(String kind) {
        return as("chen.wei", "handler")
                .body(Map.of("kind", kind, "note", "called back"))
                .post(path("progress"))
                .then();
    }

    /** What a person does by one of the doors. */
    public ValidatableResponse does(
            String person, String role, String door, Map<String, ?> request) {
        return as(person, role).body(request).post(path(door)).then();
    }

    /** A manager promises the customer another time. */
    public ValidatableResponse promise(String milestone, Instant dueAt, String reason) {
        return as("wang.fang", "manager")
                .body(Map.of("dueAt", dueAt.toString(), "reason", reason))
                .put(path("promises/" + milestone))
                .then();
    }

    public ValidatableResponse resolve() {
        return as("chen.wei", "handler")
                .body(Map.of("resolution", "We have refunded you."))
                .post(path("resolution"))
                .then();
    }

    /** A request with the ETag of now. */
    public RequestSpecification as(String person, String role) {
        return with(person, role, "hq")
                .header("If-Match", view().getHeader("ETag"))
                .contentType("application/json");
    }

    /** A request with a token. */
    public static RequestSpecification with(String person, String role, String... units) {
        return given().auth().oauth2(TestIssuer.token(person, Set.of(role), units));
    }

    public String path(String door) {
        return "/api/v1/cases/" + number + "/" + door;
    }

    /** How the case stands. */
    public Response view() {
        return with("wang.fang", "manager", "hq").get(path("handling"));
    }

    public void awaitStatus(String status) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(view().path("status").toString()).isEqualTo(status));
    }

    /** The escalations of the case, the first one first. */
    public List<Map<String, Object>> escalations() {
        return view().jsonPath().getList("escalations");
    }

    public String escalationId() {
        return view().jsonPath().getString("escalations[-1].escalationId");
    }

    /** Everybody who was paged by the latest escalation, in order. */
    public List<String> paged() {
        return view().jsonPath().getList("escalations[-1].pages.personId");
    }

    /** The latest page of the latest escalation. */
    public Map<String, Object> lastPage() {
        return view().jsonPath().getMap("escalations[-1].pages[-1]");
    }

    /** The types of what has been published about the case so far, without the common ends. */
    public List<String> told() {
        return messages().stream()
                .map(message -> message.type().replaceFirst("redress\\.(.*)\\.v1", "$1"))
                .toList();
    }

    /** What has been published about the case so far, in order. */
    public List<Message> messages() {
        return TestTopics.read("redress.handling", id);
    }

    private static String genuine(int sequence) {
        return IntStream.range(0, 10)
                .mapToObj(check -> "C-20261121-" + sequence + check)
                .filter(CaseNumber::isGenuine)
                .findFirst()
                .orElseThrow();
    }
}
