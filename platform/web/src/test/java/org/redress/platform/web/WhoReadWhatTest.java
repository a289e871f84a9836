package org.redress.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.redress.platform.web.Callers.auditor;
import static org.redress.platform.web.Callers.potter;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.platform.vault.Vault;

@WithDoors
class WhoReadWhatTest {

    private final DataSource dataSource;
    private final Vault vault;

    WhoReadWhatTest(DataSource dataSource, Vault vault) {
        this.dataSource = dataSource;
        this.vault = vault;
    }

    @Test
    void is_told_to_auditors_with_the_reason_that_was_stated() {
        // when
        potter().get("/jars/beyond")
                .then()
                .statusCode(400)
                .body("code", equalTo("reason-required"))
                .body("violations.field", hasItem("Access-Reason"));
        potter().header("Access-Reason", "%E5%AE%A2%E6%88%B7%E6%9D%A5%E7%94%B5%20cc-8841")
                .get("/jars/beyond")
                .then()
                .statusCode(200);

        // then
        auditor()
                .get("/api/v1/audit?subjectKind=jar&subjectId=beyond")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].personId", equalTo("wang.fang"))
                .body("items[0].reason", equalTo("客户来电 cc-8841"));
        auditor()
                .get("/api/v1/audit?subjectKind=audit&subjectId=jar:beyond")
                .then()
                .body("items.personId", hasItem("sun.yu"));
        assertThat(reasonsAtRest()).isNotEmpty().noneMatch(reason -> reason.contains("8841"));
    }

    private List<String> reasonsAtRest() {
        return Jdbi.create(dataSource)
                .withHandle(handle ->
                        handle.createQuery(
                                        "select encode(reason, 'escape') from web.read_audit where reason is not null")
                                .mapTo(String.class)
                                .list());
    }

    @Test
    void is_told_to_nobody_else() {
        potter().get("/api/v1/audit?subjectKind=jar&subjectId=beyond").then().statusCode(403);
        auditor()
                .get("/api/v1/audit")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("subjectId"));
    }

    @Test
    void a_reason_is_one_line_of_text() {
        for (var reason : new String[] {"%00", "%E3%80%80", "x".repeat(201), "a%0Ab"}) {
            potter().header("Access-Reason", reason)
                    .get("/jars/beyond")
                    .then()
                    .statusCode(400)
                    .body("violations.field", hasItem("Access-Reason"));
        }
        potter().header("Access-Reason", "x".repeat(200))
                .get("/jars/beyond?of=long")
                .then()
                .statusCode(200);
    }

    @Test
    void is_told_without_the_reason_when_whom_it_was_about_has_been_erased() {
        // given
        var subject = UUID.randomUUID().toString();
        potter().header("Access-Reason", "asked for by Mr Li")
                .get("/jars/beyond?of=" + subject)
                .then()
                .statusCode(200);

        // when
        vault.destroy(List.of(UUID.fromString(subject)));

        // then
        auditor()
                .get("/api/v1/audit?subjectKind=jar&subjectId=" + subject)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].personId", equalTo("wang.fang"))
                .body("items[0].roles", hasItem("potter"))
                .body("items[0].reason", nullValue());
    }

    @Test
    void is_told_in_parts_as_large_as_the_auditor_wants_up_to_two_hundred() {
        // given
        var subject = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            potter().header("Access-Reason", "again").get("/jars/beyond?of=" + subject);
        }

        // then
        var asked = "/api/v1/audit?subjectKind=jar&subjectId=" + subject + "&limit=";
        auditor().get(asked + 1).then().body("items", hasSize(1)).body("next", notNullValue());
        auditor().get(asked + 2).then().body("items", hasSize(2)).body("next", nullValue());
        for (int wrong : List.of(0, 201)) {
            auditor()
                    .get(asked + wrong)
                    .then()
                    .statusCode(400)
                    .body("violations.field", hasItem("limit"));
        }
    }

    @Test
    void is_paged_by_an_index_and_never_by_a_scan() {
        // given
        var id = UUID.randomUUID().toString();
        Jdbi.create(dataSource)
                .useHandle(handle -> {
                    handle.execute(
                            "insert into web.read_audit (person_id, roles, subject_kind, subject_id) select 'p' || n, 'r', 'many', case when n % 100 = 0 then ? else 'x' || n end from generate_series(1, 20000) n",
                            id);
                    handle.execute("analyze web.read_audit");
                });

        // when
        var first =
                auditor()
                        .get("/api/v1/audit?subjectKind=many&subjectId=" + id)
                        .then()
                        .statusCode(200);
        var second =
                auditor()
                        .get(
                                "/api/v1/audit?subjectKind=many&subjectId="
                                        + id
                                        + "&cursor="
                                        + first.extract().<String>path("next"))
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(100));

        // then
        first.body("items", hasSize(100)).body("items[0].personId", equalTo("p20000"));
        second.body("items[99].personId", equalTo("p100")).body("next", nullValue());
        assertThat(plan(id))
                .contains("read_audit_by_subject")
                .doesNotContain("Sort")
                .doesNotContain("Seq Scan");
    }

    private String plan(String id) {
        return Jdbi.create(dataSource)
                .withHandle(handle ->
                        handle.createQuery(
                                        "explain select id from web.read_audit where subject_kind = 'many' and subject_id = ? and id < 9223372036854775807 order by id desc limit 101")
                                .bind(0, id)
                                .mapTo(String.class)
                                .collect(Collectors.joining("\n")));
    }
}
