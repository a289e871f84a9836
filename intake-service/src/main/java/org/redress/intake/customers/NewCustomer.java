package org.redress.intake.customers;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.text.MailAddress;
import org.redress.platform.web.text.PlainLine;

/** The form for a customer who is not known yet. */
public record NewCustomer(
        @NotNull @PlainLine @Size(max = 100) @Schema(examples = "李娜") String name,
        @DialablePhone @Size(max = 32) @Schema(examples = "138 0013 8000") @Nullable String phone,
        @MailAddress @Size(max = 254) @Schema(examples = "li.na@example.com")
                @Nullable String email,
        @Schema(defaultValue = "zh-CN") @Nullable Language language,
        @Schema(defaultValue = "STANDARD") @Nullable CustomerTier tier) {

    public NewCustomer {
        language = language == null ? Language.ZH_CN : language;
        tier = tier == null ? CustomerTier.STANDARD : tier;
    }

    /** The same customer with a number to call back, if the form has none. */
    public NewCustomer orPhone(@Nullable String number) {
        return phone == null ? new NewCustomer(name, number, email, language, tier) : this;
    }

    ContactCard card(String region) {
        return new ContactCard(
                name.strip(),
                phone == null ? null : PhoneNumber.parse(phone, region).orElseThrow(),
                email);
    }

    @Override
    public String toString() {
        return "NewCustomer[…]";
    }
}
