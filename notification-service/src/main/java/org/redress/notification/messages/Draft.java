package org.redress.notification.messages;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.Mode;
import org.redress.notification.cases.Origin;
import org.redress.notification.mails.Call;
import org.redress.notification.mails.News;

/**
 * A message that is to be written, and the cause that makes it one and the same however often it is
 * heard of.
 *
 * @param about the case; null for a call about the platform itself
 * @param recipientId the person; null for the customer of a case that has not arrived yet
 * @param callId what stands or falls together: an escalation, or an alert
 * @param sealed the text that only this message has, sealed under the case's key
 */
record Draft(
        String dedupKey,
        Purpose purpose,
        Origin origin,
        @Nullable CaseRef about,
        Recipient.Kind recipientKind,
        @Nullable String recipientId,
        @Nullable Call call,
        @Nullable String callId,
        @Nullable News news,
        byte @Nullable [] sealed) {

    static Draft toCustomer(
            String dedupKey,
            Purpose purpose,
            Origin origin,
            CaseRef about,
            @Nullable String customerId,
            byte @Nullable [] sealed) {
        return new Draft(
                dedupKey,
                purpose,
                origin,
                about,
                Recipient.Kind.CUSTOMER,
                customerId,
                null,
                null,
                null,
                sealed);
    }

    /** The mail in which several pages go out together. */
    static Draft bundle(UUID id, Mode mode, String personId) {
        return new Draft(
                "bundle:" + id,
                Purpose.PAGE_BUNDLE,
                new Origin(mode, null, null, null),
                null,
                Recipient.Kind.STAFF,
                personId,
                null,
                null,
                null,
                null);
    }

    static Draft reminder(
            String dedupKey,
            Origin origin,
            CaseRef about,
            String personId,
            byte @Nullable [] sealed) {
        return new Draft(
                dedupKey,
                Purpose.STAFF_REMINDER,
                origin,
                about,
                Recipient.Kind.STAFF,
                personId,
                null,
                null,
                null,
                sealed);
    }

    /** The last word on a case: news of how it ended. */
    static Draft lastToCustomer(
            String dedupKey, Origin origin, CaseRef about, News news, byte @Nullable [] sealed) {
        return new Draft(
                dedupKey,
                Purpose.CUSTOMER_RESOLUTION,
                origin,
                about,
                Recipient.Kind.CUSTOMER,
                null,
                null,
                null,
                news,
                sealed);
    }

    static Draft toStaff(
            String dedupKey,
            Purpose purpose,
            Origin origin,
            @Nullable CaseRef about,
            String personId,
            @Nullable Call call,
            String callId,
            @Nullable News news) {
        return new Draft(
                dedupKey,
                purpose,
                origin,
                about,
                Recipient.Kind.STAFF,
                personId,
                call,
                callId,
                news,
                null);
    }
}
