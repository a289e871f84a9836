package org.redress.escalation.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;

/** A case is handed to somebody who sees it: of its unit or of one above, and still there. */
class WhoIsAColleagueTest {

    private final Organisation organisation =
            DemoOrganisation.of(
                    DemoOrganisation.text()
                            .replace("id: ren.jie,", "id: ren.jie, until: 2026-12-04,"));

    @ParameterizedTest
    @CsvSource({
        "lu.yang, hq/outlets/east, true",
        "dong.liang, hq/outlets/east, true",
        "liu.min, hq/outlets/east, true",
        "ye.qing, hq/outlets/east, false",
        "lu.yang, hq/outlets, false",
        "nobody, hq/outlets, false",
        "ren.jie, hq/outlets/east, false"
    })
    void of_the_unit_or_of_one_above_it(String person, String unit, boolean colleague) {
        assertThat(
                        organisation.isColleague(
                                new PersonId(person),
                                new UnitPath(unit),
                                Instant.parse("2026-12-10T02:00:00Z")))
                .isEqualTo(colleague);
    }
}
