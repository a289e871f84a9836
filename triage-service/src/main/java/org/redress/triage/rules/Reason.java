package org.redress.triage.rules;

/**
 * One rule that fired, and what it says to people.
 *
 * @param rule the id of the rule in its table
 */
public record Reason(String rule, Text text) {

    /** One sentence in both languages of the product. */
    public record Text(String zh, String en) {}
}
