package org.redress.intake.timetable;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code redress.promises.*}: the terms that customers are promised. */
@ConfigMapping(prefix = "redress.promises")
public interface PromiseSettings {

    /** Terms of a channel that has none of its own. */
    TermsSettings standard();

    /** The latest that an urgent case may be promised. */
    TermsSettings urgent();

    /** Terms of single channels, by the channel's name in capitals. */
    Map<String, TermsSettings> channel();

    /** The settings as the policy that decides. */
    default PromisePolicy policy() {
        return new PromisePolicy(
                standard().terms(),
                urgent().terms(),
                channel().entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, entry -> entry.getValue().terms())));
    }

    /** One line of the policy; durations as {@code 5M}, {@code 24H} or {@code P3D}. */
    interface TermsSettings {

        /** From registration to the confirmation. */
        Duration acknowledgment();

        /** From registration to the first word on the matter. */
        Duration firstResponse();

        /** From registration to the outcome. */
        Duration resolution();

        /** The same as the value that the policy compares. */
        default Terms terms() {
            return new Terms(acknowledgment(), firstResponse(), resolution());
        }
    }
}
