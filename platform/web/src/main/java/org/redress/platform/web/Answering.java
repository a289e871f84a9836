package org.redress.platform.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answer to a request with a key, while it is being made: whose words its body will hold. */
public final class Answering {

    private @Nullable UUID subject;

    Answering() {}

    /**
     * The body is about this subject of the vault: it is remembered, sealed under the subject's
     * key, and gone with it. Without a subject only status and headers are remembered.
     */
    public void isAbout(UUID subject) {
        this.subject = subject;
    }

    @Nullable UUID subject() {
        return subject;
    }
}
