package org.redress.platform.web;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Set;
import org.redress.local.testing.TestIssuer;

/** Who calls in the tests. */
final class Callers {

    private Callers() {}

    static RequestSpecification potter() {
        return bearer(TestIssuer.token("wang.fang", Set.of("potter"), "hq"));
    }

    static RequestSpecification auditor() {
        return bearer(TestIssuer.token("sun.yu", Set.of("auditor"), "hq"));
    }

    static RequestSpecification bearer(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
