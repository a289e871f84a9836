package org.redress.escalation.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.organisation.InvalidOrganisation;
import org.redress.escalation.organisation.InvalidOrganisation.Mistake;
import org.redress.escalation.organisation.OrganisationYaml;

/**
 * How a document becomes another; a single entry and the whole are the same thing.
 *
 * @param body the place that the body of the request describes; null if that is the document
 * @param how makes the other tree; refuses with {@link InvalidOrganisation} what says nothing
 */
record Edit(@Nullable Place body, Function<ObjectNode, JsonNode> how) {

    private static final String BODY = "body";

    /** Another document altogether. */
    static Edit whole(String written) {
        return new Edit(null, _ -> OrganisationYaml.tree(BODY, written));
    }

    /** Another entry in that place, or several of them. */
    static Edit put(Place place, String written) {
        return new Edit(place, document -> put(document, place, entries(written)));
    }

    /** Nothing in that place. */
    static Edit remove(Place place) {
        return new Edit(null, document -> put(document, place, List.of()));
    }

    /** One entry more in each of these places. */
    static Edit add(Map<Place, ObjectNode> entries) {
        return new Edit(
                null,
                document -> {
                    entries.forEach((place, entry) -> place.put(document, List.of(entry)));
                    return document;
                });
    }

    private static JsonNode put(ObjectNode document, Place place, List<ObjectNode> entries) {
        place.put(document, entries);
        return document;
    }

    private static List<ObjectNode> entries(String written) {
        JsonNode said = OrganisationYaml.tree(BODY, written);
        List<ObjectNode> entries = new ArrayList<>();
        for (JsonNode one : said.isArray() ? said : List.of(said)) {
            if (!(one instanceof ObjectNode entry)) {
                throw InvalidOrganisation.of("is neither an entry nor an array of entries");
            }
            entries.add(entry);
        }
        return entries;
    }

    /** The mistakes of the tree that it made, by their fields in the request. */
    List<Mistake> byField(List<Mistake> mistakes, JsonNode tree) {
        if (body == null || !(tree instanceof ObjectNode document)) {
            return mistakes;
        }
        String here = body.path(document);
        return mistakes.stream()
                .map(mistake ->
                        mistake.path().startsWith(here)
                                ? new Mistake(
                                        mistake.path()
                                                .substring(here.length())
                                                .replaceFirst("^\\.", ""),
                                        mistake.wrong())
                                : mistake)
                .toList();
    }
}
