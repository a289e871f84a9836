package org.redress.local;

/** For how long a platform is there, and so what the JVM does for its programs. */
public enum Stay {

    /** For a few tests: only the compiler that is quick. */
    BRIEF,

    /** For a person, who works with it for hours: also the compiler that pays off after minutes. */
    LONG
}
