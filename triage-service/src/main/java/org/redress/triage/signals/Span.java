package org.redress.triage.signals;

/** A stretch of a normalised text, from the first character to right after the last one. */
record Span(int begin, int end) {

    boolean overlaps(Span other) {
        return begin < other.end && other.begin < end;
    }

    boolean covers(Span other) {
        return begin <= other.begin && other.end <= end;
    }

    int length() {
        return end - begin;
    }
}
