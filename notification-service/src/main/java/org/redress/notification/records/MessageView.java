package org.redress.notification.records;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.Mode;
import org.redress.notification.messages.MessageState;
import org.redress.notification.messages.Purpose;
import org.redress.notification.messages.Recipient;

/** A message as the people who handle a case may see it: who and when, never its text. */
@Schema(name = "Message")
record MessageView(
        UUID id,
        Purpose purpose,
        MessageState state,
        @Schema(description = "What it waits for while WAITING: CASE or CUSTOMER")
                @Nullable String waitsFor,
        @Schema(
                        description =
                                "Why it was SUPPRESSED: ACKNOWLEDGED (somebody has it), SETTLED (it is"
                                        + " over), ERASED, NOT_CALLED, or TEST or DRILL (an exercise that may not"
                                        + " reach this recipient)")
                @Nullable String stateReason,
        Mode mode,
        @Nullable String caseNumber,
        @Nullable Integer round,
        RecipientView recipient,
        @Nullable String pageId,
        @Nullable String escalationId,
        int attempts,
        Instant createdAt,
        @Schema(description = "When it is tried again") @Nullable Instant dueAt,
        @Nullable Instant finishedAt,
        @Nullable Instant acknowledgedAt) {

    /** Whom it is for; a customer's address is masked. */
    @Schema(name = "MessageRecipient")
    record RecipientView(
            Recipient.Kind kind,
            @Nullable String id,
            @Schema(examples = "l***@example.com") @Nullable String address) {}

    /** A message with each of its attempts. */
    @Schema(name = "MessageWithAttempts")
    record WithAttempts(MessageView message, List<AttemptView> attempts) {}

    /** One attempt; without an outcome it is under way. */
    @Schema(name = "MessageAttempt")
    record AttemptView(
            int attempt,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Schema(
                            description =
                                    "ACCEPTED, REFUSED, UNREACHABLE, PUT_OFF (too many mails to one"
                                            + " address), UNNEEDED, or UNKNOWN when its sender died")
                    @Nullable String outcome,
            @Nullable String detail) {}
}
