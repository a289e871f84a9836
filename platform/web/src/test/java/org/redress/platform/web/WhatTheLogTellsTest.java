package org.redress.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.redress.platform.web.Callers.bearer;
import static org.redress.platform.web.Callers.potter;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.TestIssuer;

/** Of requests: what each line is about, and what administrators did. */
@WithDoors
class WhatTheLogTellsTest {

    private static final Logger AUDIT = Logger.getLogger("redress.audit");

    private static final PatternFormatter MESSAGE = new PatternFormatter("%m");

    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        AUDIT.addHandler(lines);
    }

    @AfterEach
    void listenNoMore() {
        AUDIT.removeHandler(lines);
    }

    @Test
    void the_number_in_the_address_and_nothing_else_that_somebody_writes_there() {
        potter().get("/shelf/numbered/C-20261120-000123").then().body(equalTo("C-20261120-000123"));
        potter().get("/shelf/numbered/13800138000").then().body(equalTo("null"));
        potter().get("/shelf/keys").then().statusCode(400);
    }

    @Test
    void what_an_administrator_changed_or_tried_to() {
        // when
        admin("admin", "potter").delete("/shelf/numbered/C-20261120-000123").then().statusCode(204);
        admin("admin", "potter").delete("/shelf/numbered/13800138000").then().statusCode(204);
        admin("admin").delete("/shelf/numbered/C-20261120-000124").then().statusCode(403);

        // then
        assertThat(lines.seen)
                .containsExactly(
                        "actor=wu.gang act=Shelf.discard target=C-20261120-000123 outcome=204",
                        "actor=wu.gang act=Shelf.discard target=? outcome=204",
                        "actor=wu.gang act=Shelf.discard target=C-20261120-000124 outcome=403");
    }

    @Test
    void neither_what_they_read_nor_what_others_do() {
        // when
        admin("admin", "potter").get("/shelf").then().statusCode(200);
        potter().delete("/shelf/numbered/C-20261120-000123").then().statusCode(204);
        admin("admin").delete("/shelf/nowhere/at/all").then().statusCode(404);

        // then
        assertThat(lines.seen).isEmpty();
    }

    private static RequestSpecification admin(String... roles) {
        return bearer(TestIssuer.token("wu.gang", Set.of(roles), "hq"));
    }

    private static final class Lines extends Handler {

        private final List<String> seen = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            seen.add(MESSAGE.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
