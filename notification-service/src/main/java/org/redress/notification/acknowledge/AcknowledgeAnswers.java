package org.redress.notification.acknowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.Cases;
import org.redress.notification.mails.AnswerPages;
import org.redress.notification.messages.PagedMessage;
import org.redress.notification.recipients.Language;
import org.redress.notification.recipients.Staff;
import org.redress.notification.recipients.StaffMember;
import org.redress.platform.web.Problem;

/** The answers of the acknowledge link: pages for browsers, JSON for whoever prefers that. */
@ApplicationScoped
class AcknowledgeAnswers {
    private final AnswerPages pages;
    private final Cases cases;
    private final Staff staff;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    AcknowledgeAnswers(AnswerPages pages, Cases cases, Staff staff, Clock clock) {
        this.pages = pages;
        this.cases = cases;
        this.staff = staff;
        this.clock = clock;
    }

    /** What a program reads of a page's state. */
    record State(
            String caseNumber,
            String severity,
            Instant acknowledgeBy,
            @Nullable String acknowledgedBy,
            @Nullable Instant acknowledgedAt) {}

    Response state(PagedMessage page, HttpHeaders headers) {
        if (prefersJson(headers)) {
            var taken = page.taken();
            return sealed(
                    Response.ok(
                                    new State(
                                            page.caseNumber(),
                                            page.page().severity(),
                                            page.page().acknowledgeBy(),
                                            taken.map(PagedMessage.Taken::personId).orElse(null),
                                            taken.map(PagedMessage.Taken::at).orElse(null)))
                            .type(MediaType.APPLICATION_JSON),
                    nonce());
        }
        var nonce = nonce();
        return html(Status.OK, html(page, nonce), nonce);
    }

    private String html(PagedMessage page, String nonce) {
        var about = cases.find(page.caseId()).orElseThrow();
        var reader = staff.find(page.personId()).orElseThrow();
        var call = page.page();
        if (page.taken().isEmpty()) {
            return pages.confirm(call, about, reader, page.origin().mode(), nonce, clock.instant());
        }
        var taken = page.taken().get();
        return page.isTakenByReader()
                ? pages.done(call, about, reader, page.origin().mode(), nonce, taken.at())
                : pages.taken(
                        call, about, reader, page.origin().mode(), nonce, name(taken), taken.at());
    }

    private String name(PagedMessage.Taken taken) {
        return staff.find(taken.personId()).map(StaffMember::name).orElse(taken.personId());
    }

    Response expired(HttpHeaders headers) {
        var nonce = nonce();
        return prefersJson(headers)
                ? problem(Status.GONE, "This link is over; acknowledge by the API instead.")
                : html(Status.GONE, pages.expired(language(headers), nonce), nonce);
    }

    Response unknown(HttpHeaders headers) {
        var nonce = nonce();
        return prefersJson(headers)
                ? problem(Status.NOT_FOUND, "This is not an acknowledge link of ours.")
                : html(Status.NOT_FOUND, pages.unknown(language(headers), nonce), nonce);
    }

    private Response problem(Status status, String detail) {
        return sealed(Response.fromResponse(Problem.of(status, detail).asResponse()), nonce());
    }

    private static Response html(Status status, String page, String nonce) {
        return sealed(
                Response.status(status)
                        .entity(page)
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8")),
                nonce);
    }

    /** Nothing from elsewhere, nowhere else, not kept, not found by search engines. */
    private static Response sealed(Response.ResponseBuilder answer, String nonce) {
        return answer.header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'nonce-%s'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
                                .formatted(nonce))
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("Vary", "Accept, Accept-Language")
                .build();
    }

    /**
     * JSON only for whoever names it before HTML; a browser, a scanner and anything goes to HTML.
     */
    private static boolean prefersJson(HttpHeaders headers) {
        for (var type : headers.getAcceptableMediaTypes()) {
            if (type.getSubtype().endsWith("json")) {
                return true;
            }
            if (type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
                return false;
            }
        }
        return false;
    }

    private static Language language(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                        .findFirst()
                        .filter(wanted -> wanted.getLanguage().equals("en"))
                        .isPresent()
                ? Language.EN
                : Language.ZH;
    }

    private String nonce() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
