package org.redress.intake.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.intake.cases.CustomerCase;
import org.redress.intake.followup.Journal;
import org.redress.intake.followup.Journal.Line;
import org.redress.intake.followup.JournalEntry;
import org.redress.platform.web.Cursor;
import org.redress.platform.web.Page;

/** A journal in parts, newest entry first: a case of many notes stays readable. */
@ApplicationScoped
class JournalPages {

    private final Journal journal;

    JournalPages(Journal journal) {
        this.journal = journal;
    }

    /** What the OpenAPI document says of a part. */
    @Schema(name = "JournalPage")
    record JournalPage(List<JournalEntry> items, @Nullable String next) {}

    /** The part before this entry; null begins with the newest. */
    Page<JournalEntry> page(CustomerCase of, @Nullable UUID before, int size) {
        List<Line> found = journal.of(of.id(), of.customerId(), before, size + 1);
        List<JournalEntry> shown = found.stream().limit(size).map(Line::entry).toList();
        return found.size() <= size
                ? new Page<>(shown, null)
                : new Page<>(shown, Cursor.encode(found.get(size - 1).id().toString()));
    }
}
