package org.redress.local;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Needs the programs of PostgreSQL, which classes side by side would each unpack. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(UnpackedPostgres.Once.class)
public @interface UnpackedPostgres {

    /** Whoever comes second finds them. */
    final class Once implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            synchronized (Once.class) {
                PostgresBinaries.unpackedIn(Checkout.cache());
            }
        }
    }
}
