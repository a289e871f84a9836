package org.redress.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An AsyncAPI 3.0 document: which service says and hears what on which topic. */
record Contract(JsonNode document) {

    /** Topics that each receiver has beside each one that it hears. */
    enum Beside {
        DEAD_LETTERS("x-dead-letters"),
        RETRIES("x-retries");

        private final String section;

        Beside(String section) {
            this.section = section;
        }
    }

    /**
     * What a service does with a topic.
     *
     * @param service the first part of the operation's id, {@code <service>.receive.<channel>}
     */
    record Operation(String service, boolean receives, String topic) {}

    static Contract ofCheckout() {
        return read(Checkout.root().resolve("contracts/asyncapi.yaml"));
    }

    static Contract read(Path asyncapi) {
        try {
            return new Contract(new YAMLMapper().readTree(asyncapi.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(asyncapi + " is not readable", e);
        }
    }

    JsonNode channels() {
        return document.path("channels");
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        for (var operation : document.path("operations").properties()) {
            String id = operation.getKey();
            JsonNode content = operation.getValue();
            String channel = content.path("channel").path("$ref").asText().substring(1);
            all.add(
                    new Operation(
                            id.substring(0, id.indexOf('.')),
                            content.path("action").asText().equals("receive"),
                            document.at(channel).path("address").asText()));
        }
        return all;
    }

    /** How such topics are kept; missing where the contract has none. */
    JsonNode definition(Beside kind) {
        return document.path(kind.section);
    }

    /** The name of the receiver's topic of this kind. */
    String name(Beside kind, Operation receive) {
        return definition(kind)
                .path("address")
                .asText()
                .replace("{topic}", receive.topic())
                .replace("{service}", receive.service());
    }
}
