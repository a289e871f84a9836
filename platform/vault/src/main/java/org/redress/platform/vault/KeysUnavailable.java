package org.redress.platform.vault;

import java.sql.SQLException;

/**
 * The keys' database did not do what was asked. Its cause is the {@link SQLException}, whose
 * SQLSTATE tells an outage, which passes, from anything else.
 */
public final class KeysUnavailable extends RuntimeException {

    KeysUnavailable(SQLException cause) {
        super("the database of the keys failed: SQLSTATE " + cause.getSQLState(), cause);
    }
}
