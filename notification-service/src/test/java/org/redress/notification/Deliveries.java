package org.redress.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.redress.local.testing.Message;
import org.redress.local.testing.TestTopics;
import org.redress.platform.testing.Contract;

/** What the service published; whatever is read here keeps to its contract. */
public final class Deliveries {
    private static final String TOPIC = "redress.deliveries";

    private Deliveries() {}

    /** Waits for the first event of this type about the case, such as {@code message.sent.v1}. */
    public static JsonNode await(Story story, String type, String purpose) {
        return awaitMessage(story, type, purpose).json();
    }

    /** As {@link #await}, with its headers. */
    public static Message awaitMessage(Story story, String type, String purpose) {
        var message =
                TestTopics.await(
                        TOPIC,
                        found ->
                                found.type().equals("redress." + type)
                                        && found.json()
                                                .path("caseNumber")
                                                .asText()
                                                .equals(story.caseNumber)
                                        && purpose.equals(
                                                found.json().path("purpose").asText(purpose)));
        assertThat(Contract.of("redress." + type).faults(String.valueOf(message.text()))).isEmpty();
        assertThat(message.key()).isEqualTo(message.json().path("messageId").asText());
        return message;
    }

    /** What has been told of the attempts to deliver a page. */
    public static List<String> endsOf(String pageId) {
        return TestTopics.read(TOPIC).stream()
                .filter(found -> found.json().path("pageId").asText().equals(pageId))
                .map(found -> found.type().replaceFirst("redress.message.(.*).v1", "$1"))
                .toList();
    }

    /** How many events of this type there are about the case now. */
    public static long count(Story story, String type) {
        return TestTopics.read(TOPIC).stream()
                .filter(found -> found.type().equals("redress." + type))
                .filter(found -> found.json().path("caseNumber").asText().equals(story.caseNumber))
                .count();
    }
}
