package org.redress.triage.signals;

/** What reading a text needs to know of its language. */
sealed interface Language permits Chinese, English {

    /** The name of its lexicon. */
    String code();

    NormalText normalise(String text);

    /** What stands between two words of a normalised text. */
    String separator();

    /** The characters that end a sentence. */
    String sentenceEnds();

    /** The characters that end a clause within a sentence. */
    String clauseEnds();

    /** How many characters a gap in a wording may span. */
    int gap();
}
