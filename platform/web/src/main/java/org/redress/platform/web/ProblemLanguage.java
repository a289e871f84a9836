package org.redress.platform.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Says a problem in the language that the caller reads best: Chinese or English. */
public class ProblemLanguage {

    private static final String ENGLISH = "en";
    private static final String CHINESE = "zh-CN";

    private final Phrasebook chinese = Phrasebook.read("zh");

    @ServerResponseFilter
    public void translate(ContainerRequestContext request, ContainerResponseContext answer) {
        if (!(answer.getEntity() instanceof Problem problem)) {
            return;
        }
        boolean inChinese = prefersChinese(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        answer.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, tag(inChinese));
        answer.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (inChinese) {
            answer.setEntity(chinese(problem));
        }
    }

    /** The problem in Chinese; what the phrasebook lacks stays as it is. */
    Problem chinese(Problem problem) {
        return new Problem(
                chinese.say(problem.title()),
                problem.status(),
                problem.code(),
                chinese.say(problem.detail()),
                problem.violations().stream()
                        .map(wrong ->
                                new Problem.Violation(wrong.field(), chinese.say(wrong.message())))
                        .toList());
    }

    /** The tag of the language that was chosen. */
    public static String tag(boolean isChinese) {
        return isChinese ? CHINESE : ENGLISH;
    }

    /** Whether {@code Accept-Language} (RFC 9110, 12.5.4) asks for Chinese before English. */
    public static boolean prefersChinese(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return false;
        }
        try {
            var best =
                    Locale.lookupTag(
                            Locale.LanguageRange.parse(acceptLanguage), List.of(ENGLISH, "zh"));
            return "zh".equals(best);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
