package org.redress.intake.vault;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.redress.platform.messaging.EventJson;

/**
 * Makes and unwraps customer keys with the master key {@code redress.personal-data.master-key} (32
 * bytes in Base64), and seals values as JSON. Requirements XX-01 and XX-02.
 */
@ApplicationScoped
public class Vault {

    private final CustomerKey master;

    Vault(@ConfigProperty(name = "redress.personal-data.master-key") String masterKey) {
        this.master = new CustomerKey(Base64.getDecoder().decode(masterKey));
    }

    /** A new random key for a customer. */
    public CustomerKey newKey() {
        return CustomerKey.random();
    }

    /** The key as it may be stored: encrypted by the master key, bound to its owner. */
    public byte[] wrap(CustomerKey key, Object owner) {
        return master.seal(key.bytes(), owner);
    }

    /**
     * The reverse of {@link #wrap}.
     *
     * @throws IllegalStateException if the master key or the owner is another one
     */
    public CustomerKey unwrap(byte[] wrapped, Object owner) {
        return new CustomerKey(master.open(wrapped, owner));
    }

    /** The value as JSON, sealed with the customer's key and bound to its row. */
    public byte[] seal(CustomerKey key, Object value, Object row) {
        return key.seal(EventJson.write(value), row);
    }

    /** The reverse of {@link #seal}. */
    public <T> T open(CustomerKey key, byte[] sealed, Class<T> type, Object row) {
        return EventJson.read(key.open(sealed, row), type);
    }
}
