package org.redress.reporting.metrics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.redress.reporting.facts.CaseFact;
import org.redress.reporting.facts.Latest;

/** One row of the daily metrics: a day in the tenant's zone and the dimensions. */
public record Cell(
        LocalDate date,
        @JsonProperty("owner_unit") String ownerUnit,
        @JsonProperty("case_class") String caseClass,
        String severity) {
    static final String UNASSIGNED = "UNASSIGNED";
    private static final String UNASSESSED = "UNASSESSED";

    /** Where the fact counts on that day, as the case is assessed and owned now. */
    static Cell of(CaseFact fact, LocalDate date) {
        var owner = fact.accountableUnit();
        var assessment = Latest.orNull(fact.assessment());
        return new Cell(
                date,
                owner == null ? UNASSIGNED : owner.value(),
                assessment == null ? UNASSESSED : assessment.caseClass().value(),
                assessment == null ? UNASSESSED : assessment.severity().value());
    }

    static Cell of(ResultSet row) throws SQLException {
        return new Cell(
                row.getObject("date", LocalDate.class),
                row.getString("owner_unit"),
                row.getString("case_class"),
                row.getString("severity"));
    }
}
