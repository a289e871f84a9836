package org.redress.platform.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

/** Answers by a problem where no door answers, and ends the connection. */
@Singleton
public class Refusals {

    private static final String CONNECTION = "Connection";

    private final ProblemLanguage language = new ProblemLanguage();

    /** Refuses a request in the language of its {@code Accept-Language}, as far as it was read. */
    public void answer(HttpServerRequest request, Problem problem) {
        boolean inChinese =
                ProblemLanguage.prefersChinese(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, ProblemLanguage.tag(inChinese))
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .putHeader(CONNECTION, "close")
                .end(Json.encodeToBuffer(inChinese ? language.chinese(problem) : problem));
    }
}
