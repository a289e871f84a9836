package org.redress.intake.timetable;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** The promises made to a customer at registration, in order of time; never changed afterwards. */
public record Timetable(@JsonValue List<Promise> promises) {

    @JsonCreator
    public Timetable {
        promises = List.copyOf(promises);
    }
}
