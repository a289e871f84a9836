package org.redress.intake.timetable;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.redress.intake.customers.Language;

/** The sentences in which an agent reads a promise out, in the customer's language. */
public record Wording(Language language, ZoneId zone) {

    /** From when on the tenant's people are asleep, and until when. */
    private static final LocalTime NIGHT = LocalTime.of(22, 0);

    private static final LocalTime MORNING = LocalTime.of(7, 0);

    /**
     * One sentence for one promise; where it falls into the night it says so.
     *
     * @param byMail whether a mail can reach the customer; otherwise the confirmation is a call
     */
    public String of(Promise promise, boolean byMail) {
        ZonedDateTime due = promise.dueAt().atZone(zone);
        return switch (language) {
            case ZH_CN -> chinese(promise.milestone(), due, byMail);
            case EN -> english(promise.milestone(), due, byMail);
        };
    }

    /** What comes first where somebody was hurt or is in danger. */
    public String safety() {
        return switch (language) {
            case ZH_CN -> "请先确保人身安全：停止使用，电器请断开电源；如有受伤或不适，请立即就医。";
            case EN ->
                    "Your safety comes first: please do not use it any more and unplug it if it is"
                            + " electrical; if anybody is hurt or unwell, see a doctor at once.";
        };
    }

    private static String chinese(Milestone milestone, ZonedDateTime due, boolean byMail) {
        String moment =
                DateTimeFormatter.ofPattern("M月d日", Locale.SIMPLIFIED_CHINESE).format(due)
                        + partOfDay(due.toLocalTime())
                        + DateTimeFormatter.ofPattern("HH:mm").format(due);
        return switch (milestone) {
            case ACKNOWLEDGMENT ->
                    byMail
                            ? "客服中心将在%s前通过电子邮件向您确认已收到您的反馈。".formatted(moment)
                            : "客服中心将在%s前向您确认已收到您的反馈。".formatted(moment);
            case FIRST_RESPONSE -> "责任部门将在%s前与您联系，给您初步答复。".formatted(moment);
            case RESOLUTION -> "责任部门将在%s前告诉您处理结果。".formatted(moment);
        };
    }

    private static String english(Milestone milestone, ZonedDateTime due, boolean byMail) {
        String moment =
                DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).format(due)
                        + (isNight(due.toLocalTime()) ? " at night on " : " on ")
                        + DateTimeFormatter.ofPattern("d MMMM (O)", Locale.ENGLISH).format(due);
        return switch (milestone) {
            case ACKNOWLEDGMENT ->
                    byMail
                            ? "Customer service will confirm by e-mail by %s that we have your feedback."
                                    .formatted(moment)
                            : "Customer service will confirm to you by %s that we have your feedback."
                                    .formatted(moment);
            case FIRST_RESPONSE ->
                    "The responsible unit will contact you with a first answer by %s."
                            .formatted(moment);
            case RESOLUTION ->
                    "The responsible unit will tell you the outcome by %s.".formatted(moment);
        };
    }

    private static String partOfDay(LocalTime time) {
        if (!isNight(time)) {
            return "";
        }
        return time.isBefore(MORNING) ? "凌晨" : "夜间";
    }

    private static boolean isNight(LocalTime time) {
        return time.isBefore(MORNING) || !time.isBefore(NIGHT);
    }
}
