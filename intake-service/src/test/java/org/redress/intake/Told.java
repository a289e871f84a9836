package org.redress.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.redress.local.testing.Message;
import org.redress.local.testing.TestTopics;

/** What was told of several cases, waited for together: a topic is read once for all of them. */
public final class Told {

    private Told() {}

    /** The first event of this type of each of these cases. */
    public static List<Message> of(Collection<String> caseIds, String type) {
        Set<String> missing = new HashSet<>(caseIds);
        List<Message> told = new ArrayList<>();
        TestTopics.await(
                "redress.cases",
                message -> {
                    if (type.equals(message.type()) && missing.remove(message.key())) {
                        told.add(message);
                    }
                    return missing.isEmpty();
                });
        return told;
    }
}
