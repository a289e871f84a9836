package org.redress.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.redress.local.Answer;
import org.redress.local.Failure;
import org.redress.local.Http;
import org.redress.local.Mailbox;
import org.redress.local.Person;
import org.redress.local.Platform;
import org.redress.local.Service;

/** The triage officer, the handler and the managers, each at the doors of their own services. */
final class Staff {
    private static final int NOT_FOUND = 404;
    private static final int STALE = 412;
    private static final int ATTEMPTS = 5;
    private static final Duration PAGE_LIMIT = Duration.ofSeconds(10);
    private static final JsonNode NOTHING = MissingNode.getInstance();

    private final Person officer;
    private final Person handler;
    private final Person manager;
    private final Mailbox mailbox;

    Staff(Platform platform) {
        officer = platform.person("zhao.min");
        handler = platform.person("chen.wei");
        manager = platform.person("wang.fang");
        mailbox = platform.mailbox();
    }

    /** The present assessment of the case, once there is one. */
    Optional<Assessment> assessment(String caseNumber) {
        return found(
                Assessment.class,
                "The assessment",
                officer.get(Service.TRIAGE, path(caseNumber, "assessment")));
    }

    /** The handling, once escalation has heard of the case. */
    Optional<Handling> handling(String caseNumber) {
        return found(
                Handling.class,
                "The handling",
                handler.get(Service.ESCALATION, path(caseNumber, "handling")));
    }

    private static <T> Optional<T> found(Class<T> type, String what, Answer answer) {
        return answer.status() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(answer.orFail(what).as(type));
    }

    void accept(String caseNumber) {
        work(caseNumber, "acceptance", NOTHING);
    }

    void respondFirst(String caseNumber, String note) {
        work(
                caseNumber,
                "progress",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("kind", "FIRST_RESPONSE")
                        .put("note", note));
    }

    void resolve(String caseNumber, String resolution) {
        work(
                caseNumber,
                "resolution",
                JsonNodeFactory.instance.objectNode().put("resolution", resolution));
    }

    /** When somebody changed the case in between, it is looked at again. */
    private void work(String caseNumber, String what, JsonNode body) {
        for (int attempt = 1; ; attempt++) {
            String tag =
                    handler.get(Service.ESCALATION, path(caseNumber, "handling"))
                            .orFail("The handling")
                            .tag();
            Answer answer =
                    handler.post(
                            Service.ESCALATION,
                            path(caseNumber, what),
                            Map.of("If-Match", tag),
                            body);
            if (answer.status() != STALE || attempt == ATTEMPTS) {
                answer.orFail("The " + what);
                return;
            }
        }
    }

    /** The mail of this page, once the mail server has it. */
    Optional<PageMail> mail(String caseNumber, Handling.Page page) {
        JsonNode messages =
                manager.get(Service.NOTIFICATION, "/api/v1/messages?caseNumber=" + caseNumber)
                        .orFail("The list of messages")
                        .body();
        return PageMail.of(messages, page.pageId());
    }

    /** The paged person opens the link in their mail and presses the button. */
    void acknowledgeByLink(PageMail mail) {
        String link =
                mailbox.newestFirst(mail.address())
                        .filter(each -> Mailbox.id(each).contains(mail.messageId()))
                        .findFirst()
                        .map(Mailbox::text)
                        .flatMap(Mailbox::acknowledgeLink)
                        .orElseThrow(() ->
                                new Failure("No mail with a link was found for " + mail.address()));
        browse(HttpRequest.newBuilder(URI.create(link)).GET());
        browse(HttpRequest.newBuilder(URI.create(link)).POST(BodyPublishers.noBody()));
    }

    private static void browse(HttpRequest.Builder request) {
        try {
            int status = Http.send(request.header("Accept", "text/html"), PAGE_LIMIT).statusCode();
            if (status != 200) {
                throw new Failure("The acknowledge link of the mail answered " + status);
            }
        } catch (IOException e) {
            throw new Failure("The acknowledge link of the mail can't be opened: " + e, e);
        }
    }

    void acknowledgeByApi(Handling.Escalation escalation) {
        String path = "/api/v1/escalations/" + escalation.escalationId() + "/acknowledgment";
        manager.post(Service.ESCALATION, path, Map.of(), NOTHING).orFail("The acknowledgment");
    }

    private static String path(String caseNumber, String what) {
        return "/api/v1/cases/" + caseNumber + "/" + what;
    }
}
