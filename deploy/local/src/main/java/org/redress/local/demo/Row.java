package org.redress.local.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far one case has come.
 *
 * @param place its place in the script, from 1
 * @param caseNumber empty until it is registered
 * @param latest the stage that it reached last; null when what happened last was none
 * @param times how long it took to reach each stage, in the latest round
 * @param news what happened last, for people
 * @param problem why it went no further; null when nothing went wrong
 */
record Row(
        int place,
        String title,
        String caseNumber,
        @Nullable Stage latest,
        Map<Stage, Duration> times,
        String news,
        @Nullable String problem) {

    Row {
        times = Map.copyOf(times);
    }

    static Row first(int place, String title) {
        return new Row(place, title, "", null, Map.of(), "", null);
    }

    Row numbered(String number) {
        return new Row(place, title, number, latest, times, news, problem);
    }

    Row reached(Stage stage, Duration took, String told) {
        Map<Stage, Duration> more = new HashMap<>(times);
        more.put(stage, took);
        return new Row(place, title, caseNumber, stage, more, told, problem);
    }

    /** The customer was not satisfied: what came after the assessment happens once more. */
    Row reopened(String told) {
        Map<Stage, Duration> kept = new HashMap<>(times);
        kept.keySet().removeIf(stage -> stage.compareTo(Stage.ASSESSED) > 0);
        return new Row(place, title, caseNumber, null, kept, told, problem);
    }

    Row failed(String why) {
        return new Row(place, title, caseNumber, null, times, why, why);
    }
}
