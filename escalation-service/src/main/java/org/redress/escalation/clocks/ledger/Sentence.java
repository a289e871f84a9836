package org.redress.escalation.clocks.ledger;

/** What people read, in both languages. */
public record Sentence(String zh, String en) {}
