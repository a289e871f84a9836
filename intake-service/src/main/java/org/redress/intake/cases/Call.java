package org.redress.intake.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.redress.intake.forms.PlainText;

/**
 * What the telephone system (CTI) says of the call (requirement IN-03).
 *
 * @param queueSeconds how long the caller waited, in seconds
 */
@JsonInclude(Include.NON_NULL)
public record Call(
        @PlainText @Size(max = 100) @Nullable String callId,
        @Pattern(regexp = "[0-9+*#() .-]{1,32}", message = "must be a phone number")
                @Nullable String callerNumber,
        @PlainText @Size(max = 100) @Nullable String agentId,
        @PositiveOrZero @Max(86_400) @Nullable Integer queueSeconds,
        @Pattern(regexp = "https?://[!-~]{1,1000}", message = "must be an http or https address")
                @Nullable String recordingUrl) {

    private static final int SHOWN_DIGITS = 4;

    /** The same call for who may not have the caller's number: its last four characters. */
    Call masked() {
        if (callerNumber == null) {
            return this;
        }
        int hidden = Math.max(0, callerNumber.length() - SHOWN_DIGITS);
        return new Call(
                callId,
                "*".repeat(hidden) + callerNumber.substring(hidden),
                agentId,
                queueSeconds,
                recordingUrl);
    }

    @Override
    public String toString() {
        return "Call[callId=" + callId + "]";
    }
}
