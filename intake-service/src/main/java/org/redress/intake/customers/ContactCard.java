package org.redress.intake.customers;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The personal data of a customer: sealed at rest, masked in answers, absent from logs. */
@JsonInclude(Include.NON_NULL)
public record ContactCard(String name, @Nullable PhoneNumber phone, @Nullable String email) {

    public ContactCard {
        Objects.requireNonNull(name);
    }

    /** Phone to its last four digits, e-mail to its first letter and domain. */
    ContactView masked(boolean nameToo) {
        return new ContactView(
                nameToo ? name.substring(0, name.offsetByCodePoints(0, 1)) + "**" : name,
                phone == null ? null : phone.masked(),
                email == null
                        ? null
                        : email.charAt(0) + "***" + email.substring(email.lastIndexOf('@')));
    }

    ContactView inFull() {
        return new ContactView(name, phone == null ? null : phone.e164(), email);
    }

    @Override
    public String toString() {
        return "ContactCard[…]";
    }

    /** The card as one reader may see it. */
    record ContactView(String name, @Nullable String phone, @Nullable String email) {

        @Override
        public String toString() {
            return "ContactView[…]";
        }
    }
}
