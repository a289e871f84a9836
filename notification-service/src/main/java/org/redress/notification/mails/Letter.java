package org.redress.notification.mails;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.CaseStory;
import org.redress.notification.cases.Mode;
import org.redress.notification.recipients.Language;

/** What a template is filled with: everything in it is already in the reader's words. */
sealed interface Letter {
    Language language();

    Mode mode();

    /** The name of its templates, without language and ending. */
    String template();

    /** A call to a member of staff (NO-06). */
    record PageLetter(
            Language language,
            Mode mode,
            String caseNumber,
            String name,
            String colour,
            String severity,
            String category,
            String title,
            @Nullable CaseStory story,
            List<String> reasons,
            List<String> seen,
            String unit,
            String role,
            String holder,
            int step,
            int repeat,
            @Nullable String cause,
            String until,
            long minutes,
            String link)
            implements Letter {
        @Override
        public String template() {
            return "page";
        }

        /** Whether there is still time to acknowledge. */
        public boolean inTime() {
            return minutes > 0;
        }
    }

    /** We have got it, and this is when you hear from us (IN-09, IN-10, IN-13, NO-10). */
    record AcknowledgmentLetter(
            Language language,
            Mode mode,
            String caseNumber,
            String name,
            String title,
            boolean sorry,
            List<Promise> timetable,
            Sender sender)
            implements Letter {
        @Override
        public String template() {
            return "acknowledgment";
        }
    }

    /** A milestone in plain words. */
    record Promise(String by, String what) {}

    /** This is what we did (NO-04, IN-19). */
    record ResolutionLetter(
            Language language,
            Mode mode,
            String caseNumber,
            String name,
            String title,
            List<String> resolution,
            boolean greets,
            boolean sorry,
            Sender sender)
            implements Letter {
        @Override
        public String template() {
            return "resolution";
        }
    }

    /** Who writes to the customer. */
    record Sender(String name, String phone, String email) {}
}
