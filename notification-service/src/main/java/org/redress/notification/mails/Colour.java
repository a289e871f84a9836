package org.redress.notification.mails;

/** The colours of severity: dark enough for white letters on them (WCAG AA). */
public final class Colour {
    private Colour() {}

    /** The colour of a severity, for CSS. */
    public static String of(String severity) {
        return switch (severity) {
            case "CRITICAL" -> "#b3141c";
            case "HIGH" -> "#b04a00";
            case "MEDIUM" -> "#1f55b5";
            default -> "#4a5565";
        };
    }
}
