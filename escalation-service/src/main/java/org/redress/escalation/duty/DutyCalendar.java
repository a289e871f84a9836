package org.redress.escalation.duty;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.organisation.Duty;
import org.redress.escalation.organisation.Holder;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.organisation.Reached;

/** When a person is reached for which duty, as iCalendar (RFC 5545). */
final class DutyCalendar {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int OCTETS = 75;

    private final Organisation organisation;
    private final StringBuilder text = new StringBuilder();

    private record Shift(Duty duty, Holder holder, Instant from, Instant until) {}

    private DutyCalendar(Organisation organisation) {
        this.organisation = organisation;
    }

    /** The person's duties between two instants. */
    static String of(PersonId person, Organisation organisation, Instant from, Instant until) {
        var calendar = new DutyCalendar(organisation);
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Redress//Duties//EN");
        calendar.shifts(person, from, until).forEach(shift -> calendar.event(shift, from));
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private List<Shift> shifts(PersonId person, Instant from, Instant until) {
        List<Instant> edges = new ArrayList<>(organisation.edges(from, until));
        edges.add(until);
        List<Shift> shifts = new ArrayList<>();
        organisation.document().duties().stream()
                .map(duty -> new Duty(duty.role(), duty.unit(), null, null, null, null, null))
                .distinct()
                .forEach(duty -> {
                    for (int i = 0; i + 1 < edges.size(); i++) {
                        Instant begins = edges.get(i);
                        Instant ends = edges.get(i + 1);
                        holder(person, duty, begins)
                                .ifPresent(holder ->
                                        add(shifts, new Shift(duty, holder, begins, ends)));
                    }
                });
        return shifts;
    }

    private Optional<Holder> holder(PersonId person, Duty duty, Instant at) {
        return organisation.reach(duty.role(), duty.unit(), at).stream()
                .filter(reached ->
                        reached.person().equals(person) && reached.role().equals(duty.role()))
                .map(Reached::holder)
                .findFirst();
    }

    private static void add(List<Shift> shifts, Shift next) {
        Shift last = shifts.isEmpty() ? next : shifts.getLast();
        boolean goesOn =
                last.duty().equals(next.duty())
                        && last.holder() == next.holder()
                        && last.until().equals(next.from());
        if (goesOn) {
            shifts.removeLast();
        }
        shifts.add(
                new Shift(
                        next.duty(),
                        next.holder(),
                        goesOn ? last.from() : next.from(),
                        next.until()));
    }

    private void event(Shift shift, Instant stamp) {
        line("BEGIN:VEVENT");
        line(
                "UID:%s-%s-%s-%s@redress"
                        .formatted(
                                shift.duty().role(),
                                shift.duty().unit().value().replace('/', '.'),
                                shift.holder(),
                                UTC.format(shift.from())));
        line("DTSTAMP:" + UTC.format(stamp));
        line("DTSTART:" + UTC.format(shift.from()));
        line("DTEND:" + UTC.format(shift.until()));
        var unit = organisation.name(shift.duty().unit());
        line(
                "SUMMARY:"
                        + escaped(
                                "%s %s · %s (%s)"
                                        .formatted(
                                                shift.duty().role(),
                                                unit.zh(),
                                                unit.en(),
                                                shift.holder())));
        line("END:VEVENT");
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Folded after 75 octets, never within a character (RFC 5545 §3.1). */
    private void line(String content) {
        int octets = 0;
        for (int point : content.codePoints().toArray()) {
            String character = Character.toString(point);
            int size = character.getBytes(UTF_8).length;
            if (octets + size > OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(character);
            octets += size;
        }
        text.append("\r\n");
    }
}
