package org.redress.local.demo;

/** What a case reaches on its way, in the order of the columns. */
enum Stage {
    REGISTERED("201", "201"),
    ASSESSED("assessed", "assess"),
    MAILED("mailed", "mailed"),
    ACKNOWLEDGED("acknowl.", "ack"),
    ACCEPTED("accepted", "accept"),
    ANSWERED("answered", "answer"),
    RESOLVED("resolved", "resolv"),
    CLOSED("closed", "closed"),
    REPORTED("BI fact", "BI");

    private final String title;
    private final String brief;

    Stage(String title, String brief) {
        this.title = title;
        this.brief = brief;
    }

    /** The same where the terminal is narrow: at most six letters. */
    String brief() {
        return brief;
    }

    String title() {
        return title;
    }
}
