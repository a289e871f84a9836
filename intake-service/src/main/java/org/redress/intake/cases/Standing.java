package org.redress.intake.cases;

/** Status and round of a case as the handling last told. */
public record Standing(Status status, int round) {

    /** Registered, and nothing heard of it yet. */
    public static final Standing NEW = new Standing(Status.NEW, 1);
}
