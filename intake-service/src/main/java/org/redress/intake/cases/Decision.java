package org.redress.intake.cases;

/** What a case answers when something is wanted of it. */
public sealed interface Decision {

    /** It is so: the event holds the changed case. */
    record Accepted(CaseEvent event) implements Decision {}

    /** The state of the case forbids it; the sentence is for the person who tried. */
    record Refused(String why) implements Decision {}
}
