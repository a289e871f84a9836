package org.redress.platform.vault;

import java.util.UUID;

/** A subject's key as it rests: sealed by the master key of this id. */
record WrappedKey(UUID subject, byte[] wrapped, String masterKey) {

    @Override
    public String toString() {
        return "WrappedKey[subject=" + subject + ", masterKey=" + masterKey + "]";
    }
}
