package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody's first start is made slow to make a later one fast, nor a test's for the hours after. */
class AProgramIsCompiledForItsPurposeTest {

    @TempDir Path folder;

    @Test
    void the_services_of_a_person_have_both_compilers() {
        assertThat(commandsOf(forAPerson()))
                .noneMatch(command -> command.contains(JavaProgram.ONLY_QUICK_COMPILER));
        assertThat(Platform.Settings.ofCheckout().stay()).isEqualTo(Stay.LONG);
    }

    @Test
    void those_of_a_test_have_the_quick_one() {
        assertThat(commandsOf(Platform.Settings.beside(folder)))
                .allMatch(command -> command.contains(JavaProgram.ONLY_QUICK_COMPILER));
    }

    @Test
    void no_run_records_what_later_ones_are_to_start_from() {
        assertThat(commandsOf(forAPerson()))
                .allSatisfy(command ->
                        assertThat(command)
                                .noneMatch(option -> option.startsWith("-XX:AOT"))
                                .noneMatch(option -> option.contains("Archive")));
    }

    private Platform.Settings forAPerson() {
        return new Platform.Settings(folder, PlatformPorts.free(), Map.of(), Stay.LONG);
    }

    private List<List<String>> commandsOf(Platform.Settings settings) {
        return Parts.of(settings).services().stream()
                .map(service -> service.launch().get().command())
                .toList();
    }
}
