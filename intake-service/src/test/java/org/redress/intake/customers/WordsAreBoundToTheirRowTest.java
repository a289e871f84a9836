package org.redress.intake.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.intake.WithIntake;

/** What was sealed for one row says nothing in another (requirement XX-02). */
@WithIntake
class WordsAreBoundToTheirRowTest {

    private static final String COLUMN = "journal_entry.entry";

    @Inject SealedWords words;

    private final CustomerId customer = CustomerId.next();
    private final UUID row = UUID.randomUUID();

    @Test
    void what_was_sealed_is_read_in_its_row() {
        assertThat(open(customer, COLUMN, row, sealed())).contains("已回电");
        assertThat(open(customer, COLUMN, row, null)).isEmpty();
    }

    @Test
    void in_no_other_row_column_or_name() {
        // given
        byte[] sealed = sealed();
        CustomerId other = CustomerId.next();
        words.seal(other, COLUMN, row, "别的");

        // then
        assertThatThrownBy(() -> open(customer, COLUMN, UUID.randomUUID(), sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> open(customer, "customer.card", row, sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> open(other, COLUMN, row, sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    private byte @Nullable [] sealed() {
        return words.seal(customer, COLUMN, row, "已回电");
    }

    private Optional<String> open(
            CustomerId about, String column, UUID at, byte @Nullable [] sealed) {
        return words.open(about, column, at, sealed, String.class);
    }
}
