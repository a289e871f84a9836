package org.redress.intake.timetable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.redress.intake.customers.Language;

/** The sentences in which an agent reads a promise out, in the customer's language. */
public record Wording(Language language, ZoneId zone) {

    /**
     * One sentence for one promise.
     *
     * @param byMail whether a mail can reach the customer; otherwise the confirmation is a call
     */
    public String of(Promise promise, boolean byMail) {
        String due = moment(promise.dueAt());
        return switch (language) {
            case ZH_CN -> chinese(promise.milestone(), due, byMail);
            case EN -> english(promise.milestone(), due, byMail);
        };
    }

    private static String chinese(Milestone milestone, String due, boolean byMail) {
        return switch (milestone) {
            case ACKNOWLEDGMENT ->
                    byMail
                            ? "客服中心将在%s前通过电子邮件向您发送受理确认。".formatted(due)
                            : "客服中心将在%s前向您确认受理。".formatted(due);
            case FIRST_RESPONSE -> "责任部门将在%s前与您联系，给您初步答复。".formatted(due);
            case RESOLUTION -> "责任部门将在%s前告诉您处理结果。".formatted(due);
        };
    }

    private static String english(Milestone milestone, String due, boolean byMail) {
        return switch (milestone) {
            case ACKNOWLEDGMENT ->
                    byMail
                            ? "Customer service will confirm your case by e-mail by %s."
                                    .formatted(due)
                            : "Customer service will confirm your case to you by %s."
                                    .formatted(due);
            case FIRST_RESPONSE ->
                    "The responsible unit will contact you with a first answer by %s."
                            .formatted(due);
            case RESOLUTION ->
                    "The responsible unit will tell you the outcome by %s.".formatted(due);
        };
    }

    private String moment(Instant instant) {
        String pattern =
                switch (language) {
                    case ZH_CN -> "M月d日HH:mm";
                    case EN -> "HH:mm 'on' d MMMM";
                };
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(instant.atZone(zone));
    }
}
