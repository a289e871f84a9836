package org.redress.notification.acknowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.Cases;
import org.redress.notification.mails.AnswerPages;
import org.redress.notification.mails.News;
import org.redress.notification.mails.Page;
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

    AcknowledgeAnswers(AnswerPages pages, Cases cases, Staff staff, Clock clock) {
        this.pages = pages;
        this.cases = cases;
        this.staff = staff;
        this.clock = clock;
    }

    /** What a program reads of a page's state: open, taken, or over. */
    @Schema(name = "CallState")
    record State(
            @Nullable String caseNumber,
            @Nullable String severity,
            Instant acknowledgeBy,
            @Schema(description = "OPEN, TAKEN, or how it ended") String state,
            @Nullable String acknowledgedBy,
            @Nullable Instant acknowledgedAt) {

        static State of(PagedMessage page) {
            var taken = page.taken();
            return new State(
                    page.about() == null ? null : page.about().number(),
                    page.call() instanceof Page call ? call.severity() : null,
                    page.call().acknowledgeBy(),
                    page.end().map(end -> end.outcome().name()).orElse("OPEN"),
                    taken.map(PagedMessage.End::personId).orElse(null),
                    taken.map(PagedMessage.End::at).orElse(null));
        }
    }

    /** Who was called by the page, if they are still here. */
    Optional<StaffMember> reader(PagedMessage page) {
        return staff.find(page.personId());
    }

    Response state(PagedMessage page, StaffMember reader, HttpHeaders headers) {
        var nonce = nonce();
        return prefersJson(headers)
                ? sealed(Response.ok(State.of(page)).type(MediaType.APPLICATION_JSON), nonce)
                : html(Status.OK, html(page, reader, nonce), nonce);
    }

    /** The pages of a bundle. */
    Response states(List<PagedMessage> pages, StaffMember reader, HttpHeaders headers) {
        var nonce = nonce();
        if (prefersJson(headers)) {
            var states = pages.stream().map(State::of).toList();
            return sealed(Response.ok(states).type(MediaType.APPLICATION_JSON), nonce);
        }
        var stops =
                pages.stream()
                        .map(page ->
                                new AnswerPages.Stop(
                                        visit(page, reader, nonce),
                                        page.end().map(AcknowledgeAnswers::news).orElse(null)))
                        .toList();
        return html(Status.OK, this.pages.together(stops), nonce);
    }

    private static News news(PagedMessage.End end) {
        return new News(end.outcome(), end.personId(), end.at(), List.of());
    }

    private AnswerPages.Visit visit(PagedMessage page, StaffMember reader, String nonce) {
        var about = page.about();
        return new AnswerPages.Visit(
                page.call(),
                about == null ? null : cases.asFarAsKnown(about.id(), about.number()),
                reader,
                page.origin().mode(),
                nonce,
                staff.namesFor(reader.language()),
                clock.instant());
    }

    private String html(PagedMessage page, StaffMember reader, String nonce) {
        var visit = visit(page, reader, nonce);
        if (page.end().isEmpty()) {
            return pages.confirm(visit);
        }
        var end = page.end().get();
        return page.isTakenByReader() ? pages.done(visit, end.at()) : pages.ended(visit, news(end));
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
