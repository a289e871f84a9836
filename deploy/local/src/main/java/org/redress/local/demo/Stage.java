package org.redress.local.demo;

/** What a case reaches on its way, in the order of the columns. */
enum Stage {
    REGISTERED("201"),
    ASSESSED("assessed"),
    MAILED("mailed"),
    ACKNOWLEDGED("acknowl."),
    ACCEPTED("accepted"),
    ANSWERED("answered"),
    RESOLVED("resolved"),
    CLOSED("closed"),
    REPORTED("BI fact");

    private final String title;

    Stage(String title) {
        this.title = title;
    }

    /** The head of its column. */
    String title() {
        return title;
    }
}
