package org.redress.notification.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseStoryTest {
    @Test
    void aShortDescriptionIsKeptWhole() {
        assertThat(CaseStory.excerpt("  It smokes. ")).isEqualTo("It smokes.");
    }

    @Test
    void aLongOneEndsWhereAWordEnds() {
        var excerpt = CaseStory.excerpt("seven w ".repeat(100));

        assertThat(excerpt).hasSizeLessThanOrEqualTo(281).endsWith("w…");
    }

    @Test
    void aCharacterOutsideTheBasicPlaneIsNeverCutInTwo() {
        var excerpt = CaseStory.excerpt("🔥".repeat(400));

        assertThat(excerpt.codePoints().filter(point -> point == 0x1F525).count()).isEqualTo(280);
    }

    @Test
    void aCorrectionChangesOnlyWhatItNames() {
        var before = new CaseStory("Kettle", "It hums.", "Shanghai", "KT-1702");
        var corrected =
                new CaseCorrected(
                        UUID.randomUUID(),
                        null,
                        "It gave a shock.",
                        null,
                        new CaseRegistered.Product("KT-1703", null, "B7", " "));

        assertThat(corrected.applyTo(before))
                .isEqualTo(new CaseStory("Kettle", "It gave a shock.", "Shanghai", "KT-1703 · B7"));
    }
}
