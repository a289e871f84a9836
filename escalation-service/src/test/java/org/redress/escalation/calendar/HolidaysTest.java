package org.redress.escalation.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HolidaysTest {

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).registerModule(new JavaTimeModule());

    @Test
    void a_make_up_day_is_a_date_or_a_date_with_its_weekday() throws IOException {
        Holidays read =
                YAML.readValue(
                        """
                        name: mine
                        days: [2026-10-02, 2026-10-01]
                        workdays: [2026-09-27, { date: 2026-10-10, as: THURSDAY }]
                        """,
                        Holidays.class);

        assertThat(read.days()).extracting(LocalDate::toString).isSorted().hasSize(2);
        assertThat(read.workdays())
                .extracting(Holidays.Workday::as)
                .containsExactly(DayOfWeek.MONDAY, DayOfWeek.THURSDAY);
        assertThat(YAML.readValue(YAML.writeValueAsString(read), Holidays.class)).isEqualTo(read);
    }

    @Test
    void a_date_that_is_off_and_worked_is_refused() {
        LocalDate date = LocalDate.parse("2026-10-01");

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Holidays(
                                "both",
                                List.of(date),
                                List.of(new Holidays.Workday(date, null)),
                                null,
                                null,
                                false))
                .withMessageContaining("2026-10-01");
    }

    /** 33 days off and 6 worked, as the notice of 4 November 2025 counts them. */
    @Test
    void the_holidays_of_2026_are_those_of_the_notice() {
        Holidays year = named("cn-2026");

        assertThat(year.days()).hasSize(3 + 9 + 3 + 5 + 3 + 3 + 7);
        assertThat(year.workdays())
                .extracting(day -> day.date().getDayOfWeek())
                .containsExactly(
                        DayOfWeek.SUNDAY,
                        DayOfWeek.SATURDAY,
                        DayOfWeek.SATURDAY,
                        DayOfWeek.SATURDAY,
                        DayOfWeek.SUNDAY,
                        DayOfWeek.SATURDAY);
        assertThat(year.source()).contains("国办发明电〔2025〕7号");
        assertThat(year.provisional()).isFalse();
    }

    @Test
    void of_2027_there_is_only_what_the_law_fixes_and_it_says_so() {
        Holidays year = named("cn-2027");

        assertThat(year.days()).hasSize(1 + 4 + 1 + 2 + 1 + 1 + 3);
        assertThat(year.workdays()).isEmpty();
        assertThat(year.provisional()).isTrue();
        assertThat(year.source()).contains("全国年节及纪念日放假办法");
    }

    @Test
    void every_file_of_holidays_is_read_and_says_who_says_so_and_when() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/holidays"))) {
            assertThat(ShippedHolidays.all())
                    .extracting(holidays -> holidays.name() + ".yaml")
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString()).toList());
        }
        assertThat(ShippedHolidays.all())
                .allSatisfy(holidays -> {
                    assertThat(holidays.source()).isNotBlank();
                    assertThat(holidays.asOf()).isNotNull();
                    assertThat(holidays.days())
                            .allMatch(day -> holidays.name().endsWith("" + day.getYear()));
                });
    }

    private static Holidays named(String name) {
        return ShippedHolidays.all().stream()
                .filter(holidays -> holidays.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
