package org.redress.escalation.cases;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** How the one-word values stand in a column. */
final class Columns {

    private Columns() {}

    @Converter(autoApply = true)
    static class OfCaseNumber
            implements AttributeConverter<@Nullable CaseNumber, @Nullable String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable CaseNumber number) {
            return number == null ? null : number.value();
        }

        @Override
        public @Nullable CaseNumber convertToEntityAttribute(@Nullable String column) {
            return column == null ? null : new CaseNumber(column);
        }
    }

    @Converter(autoApply = true)
    static class OfUnitPath implements AttributeConverter<@Nullable UnitPath, @Nullable String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable UnitPath unit) {
            return unit == null ? null : unit.value();
        }

        @Override
        public @Nullable UnitPath convertToEntityAttribute(@Nullable String column) {
            return column == null ? null : new UnitPath(column);
        }
    }

    @Converter(autoApply = true)
    static class OfPersonId implements AttributeConverter<@Nullable PersonId, @Nullable String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable PersonId person) {
            return person == null ? null : person.value();
        }

        @Override
        public @Nullable PersonId convertToEntityAttribute(@Nullable String column) {
            return column == null ? null : new PersonId(column);
        }
    }
}
