package org.redress.reporting.rebuild;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.redress.reporting.Story;
import org.redress.reporting.facts.FactFixtures;

/** Cases to which anything happens, on days on which no other test tells anything. */
final class RandomStories {
    private static final List<String> UNITS = List.of("hq/safety", "hq/quality", "hq/finance");
    private static final int MOST_EVENTS = 12;

    private final Random random;
    private final LocalDate day;

    /** A seed gives the same cases each time, but for their ids. */
    RandomStories(long seed, LocalDate day) {
        this.random = new Random(seed);
        this.day = day;
    }

    List<Story> some(int number) {
        return Stream.generate(this::story).limit(number).toList();
    }

    private Story story() {
        var story = random.nextInt(6) == 0 ? Story.ofADrill() : Story.ofARealCase();
        var morning = Story.MORNING.atZone(FactFixtures.SHANGHAI).toLocalDate();
        story.after(Duration.ofDays(ChronoUnit.DAYS.between(morning, day))).registered();
        var happenings = happenings(story);
        for (int left = random.nextInt(MOST_EVENTS); left > 0; left--) {
            story.after(Duration.ofMillis(random.nextLong(20_000_000)));
            happenings.get(random.nextInt(happenings.size())).accept(story);
        }
        return story;
    }

    private List<Consumer<Story>> happenings(Story of) {
        return List.of(
                story -> story.assessed(1 + random.nextInt(3), "COMPLAINT", severity(), unit()),
                story -> story.assigned("T1", unit()),
                story -> story.progressed("ACCEPTED"),
                story -> story.correctedToAnInjury(random.nextInt(9), "1200.50"),
                story -> story.paged("e-" + of.caseId(), 1),
                story -> story.acknowledged("e-" + of.caseId()),
                story -> story.breached("RESOLUTION"),
                Story::resolved,
                story -> story.reopened("T2"),
                story -> story.said(random.nextBoolean() ? "SATISFIED" : "NOT_SATISFIED"),
                story -> story.closed("SATISFIED"),
                story -> story.sent("m-" + random.nextInt(3)));
    }

    private String unit() {
        return UNITS.get(random.nextInt(UNITS.size()));
    }

    private String severity() {
        return random.nextBoolean() ? "HIGH" : "LOW";
    }
}
