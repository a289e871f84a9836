package org.redress.intake.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.redress.intake.customers.CallerNumber;
import org.redress.platform.web.text.PlainLine;

/**
 * What the telephone system (CTI) says of the call (requirement IN-03).
 *
 * @param queueSeconds how long the caller waited, in seconds
 */
@JsonInclude(Include.NON_NULL)
public record Call(
        @PlainLine @Size(max = 100) @Nullable String callId,
        @CallerNumber @Size(max = 32) @Nullable String callerNumber,
        @PlainLine @Size(max = 100) @Nullable String agentId,
        @PositiveOrZero @Max(86_400) @Nullable Integer queueSeconds,
        @Pattern(regexp = WEB_ADDRESS, message = "must be an http or https address")
                @Size(max = 1_000)
                @Nullable String recordingUrl) {

    /** RFC 3986, of the two schemes that a browser opens, in a form that JavaScript reads too. */
    private static final String WEB_ADDRESS =
            "https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?"
                    + "(/([A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)?"
                    + "(\\?([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?"
                    + "(#([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?";

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
