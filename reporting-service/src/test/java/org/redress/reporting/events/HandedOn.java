package org.redress.reporting.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.redress.reporting.LiveCase;

/** Hears what is handed on to facts and stories. */
@ApplicationScoped
class HandedOn {

    private final List<CaseEvents> heard = new CopyOnWriteArrayList<>();

    void hear(@Observes CaseEvents arrived) {
        heard.add(arrived);
    }

    /** What was handed on of this case, each time with all that came together with it. */
    List<CaseEvents> about(LiveCase customerCase) {
        return heard.stream()
                .filter(batch ->
                        batch.all().stream()
                                .anyMatch(event ->
                                        event.caseId().toString().equals(customerCase.caseId())))
                .toList();
    }
}
