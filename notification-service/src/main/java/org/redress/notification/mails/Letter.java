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

    /** What the mail is about, for the title of its HTML. */
    String reference();

    /** The name of its templates, without language and ending. */
    String template();

    /** A call to a member of staff (NO-06). */
    record PageLetter(
            Language language,
            Mode mode,
            String reference,
            String name,
            String colour,
            String severity,
            String category,
            String title,
            @Nullable CaseStory story,
            List<String> reasons,
            List<String> seen,
            List<String> safety,
            String unit,
            String role,
            String holder,
            int step,
            int repeat,
            @Nullable String cause,
            @Nullable String clock,
            @Nullable String next,
            String until,
            long minutes,
            String link)
            implements Letter {
        private static final int FIRST = 2;

        @Override
        public String template() {
            return "page";
        }

        /** Whether there is still time to acknowledge. */
        public boolean inTime() {
            return minutes > 0;
        }

        /** The reasons that are read at once. */
        public List<String> firstReasons() {
            return reasons.subList(0, Math.min(FIRST, reasons.size()));
        }

        /** The reasons that are there for whoever wants to know more. */
        public List<String> moreReasons() {
            return reasons.subList(firstReasons().size(), reasons.size());
        }
    }

    /** A call to a member of staff about several cases at once. */
    record BundleLetter(
            Language language,
            Mode mode,
            String reference,
            String name,
            String colour,
            String severity,
            String until,
            List<ListedCase> cases,
            String link)
            implements Letter {
        @Override
        public String template() {
            return "bundle";
        }
    }

    /** One of several cases, and the link that acknowledges it. */
    record ListedCase(
            String reference,
            String severity,
            String category,
            String title,
            String unit,
            @Nullable String cause,
            String until,
            String link) {}

    /** A call to who holds the watch: the platform itself is in trouble. */
    record AlertLetter(
            Language language,
            Mode mode,
            String reference,
            String name,
            String kind,
            String service,
            String thing,
            String reason,
            int count,
            String since,
            @Nullable String caseNumber,
            String role,
            String holder,
            int step,
            int repeat,
            String until,
            long minutes,
            String link)
            implements Letter {
        @Override
        public String template() {
            return "alert";
        }

        /** Whether there is still time to acknowledge. */
        public boolean inTime() {
            return minutes > 0;
        }
    }

    /** What became of a call, for whoever was called. */
    record NewsLetter(
            Language language,
            Mode mode,
            String reference,
            String name,
            String headline,
            String means,
            @Nullable String by,
            String at,
            String title)
            implements Letter {
        @Override
        public String template() {
            return "news";
        }
    }

    /** What is soon due about a case. */
    record ReminderLetter(
            Language language,
            Mode mode,
            String reference,
            String name,
            String clock,
            String until,
            String title)
            implements Letter {
        @Override
        public String template() {
            return "reminder";
        }
    }

    /** What there is to know of a case. */
    record NoticeLetter(
            Language language,
            Mode mode,
            String reference,
            String name,
            String what,
            String means,
            @Nullable String until,
            String title)
            implements Letter {
        @Override
        public String template() {
            return "notice";
        }
    }

    /** We have got it, and this is when you hear from us (IN-09, IN-10, IN-13, NO-10). */
    record AcknowledgmentLetter(
            Language language,
            Mode mode,
            String reference,
            String name,
            String title,
            String opening,
            List<String> safety,
            List<Promise> timetable,
            boolean atNight,
            Sender sender)
            implements Letter {
        @Override
        public String template() {
            return "acknowledgment";
        }
    }

    /** A milestone in plain words. */
    record Promise(String by, String what) {}

    /** You hear from us by another time than we told you, and why (IN-11). */
    record PromiseLetter(
            Language language,
            Mode mode,
            String reference,
            String name,
            String title,
            String opening,
            Promise promise,
            boolean atNight,
            List<String> reason,
            Sender sender)
            implements Letter {
        @Override
        public String template() {
            return "promise";
        }
    }

    /** This is what we did (NO-04), and whether it is our last word (IN-21). */
    record ResolutionLetter(
            Language language,
            Mode mode,
            String reference,
            String name,
            String title,
            List<String> resolution,
            boolean greets,
            String opening,
            boolean last,
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
