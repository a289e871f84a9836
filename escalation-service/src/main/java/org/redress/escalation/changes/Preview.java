package org.redress.escalation.changes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.handling.DueOtherwise.Foreseen;
import org.redress.escalation.organisation.Names;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.organisation.OrganisationJson;

/**
 * What would become of the organisation, in sentences.
 *
 * @param version the version from which it begins
 * @param confirmation what says that this preview was read: it stands for the version and the whole
 *     document that it leads to
 * @param changes what differs
 * @param reached who would be woken for what instead of whom, now and over fourteen days
 * @param risks what may go wrong and could not before
 * @param clocks which open cases would be due at another time
 */
public record Preview(
        long version,
        String confirmation,
        List<Names> changes,
        List<Names> reached,
        List<Names> risks,
        Foreseen clocks) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final Duration FORESIGHT = Duration.ofDays(14);

    public Preview {
        changes = List.copyOf(changes);
        reached = List.copyOf(reached);
        risks = List.copyOf(risks);
    }

    static Preview of(
            Organisation before,
            Organisation after,
            Set<PersonId> unreached,
            Foreseen clocks,
            Instant now) {
        Instant end = now.plus(FORESIGHT);
        SortedSet<Instant> instants = new TreeSet<>(before.edges(now, end));
        instants.addAll(after.edges(now, end));
        Set<Names> known = Risks.of(before, unreached, instants);
        return new Preview(
                before.version(),
                digest(before.version() + "\n" + OrganisationJson.write(after.document())),
                Differences.between(before.document(), after.document()),
                WhoInstead.between(before, after, instants, end),
                Risks.of(after, unreached, instants).stream()
                        .filter(risk -> !known.contains(risk))
                        .toList(),
                clocks);
    }

    /** An instant as the sentences have it. */
    public static String minute(Instant at, ZoneId zone) {
        return MINUTE.format(at.atZone(zone));
    }

    boolean isRisky() {
        return !risks.isEmpty();
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
