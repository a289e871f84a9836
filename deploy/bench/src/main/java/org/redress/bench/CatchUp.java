package org.redress.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.redress.local.Service;

/**
 * Each service reads what it missed: the four behind intake are stopped while ten thousand cases
 * come in, and started one after the other, each when the one before has told everything. What it
 * has read before it is ready counts neither as work nor as time.
 */
final class CatchUp {

    private static final int CASES = 10_000;
    private static final int CLIENTS = 16;
    private static final List<Service> BEHIND =
            List.of(Service.TRIAGE, Service.ESCALATION, Service.NOTIFICATION, Service.REPORTING);

    private CatchUp() {}

    static List<Figure> measure(Stand stand) throws SQLException {
        stand.settle();
        BEHIND.forEach(service -> stand.platform().stop(service.id()));
        stand.tell(CASES + " cases come in");
        Load.times(CASES, CLIENTS, new FrontEnd(stand.platform())::register);
        var figures = new ArrayList<Figure>();
        try (var backlog = new Backlog(stand.platform())) {
            backlog.awaitNone(Service.INTAKE);
            for (var service : BEHIND) {
                stand.tell(service.id() + " reads them");
                double missed = backlog.unread(service);
                stand.platform().start(service.id());
                double cases = CASES * backlog.unread(service) / missed;
                var cpu = CpuTimes.now(stand.platform());
                double taken = Stand.seconds(backlog.awaitNone(service));
                var spent = CpuTimes.now(stand.platform()).since(cpu);
                String who = "catching up, " + service.id() + ": ";
                figures.add(Figure.atLeast(who + "cases", cases / taken, "/s", 400));
                figures.add(Figure.told(who + "CPU", spent.of(service.id()) / cases, "ms"));
                figures.add(
                        Figure.told(
                                who + "CPU of PostgreSQL", spent.of(Stand.POSTGRES) / cases, "ms"));
            }
        }
        stand.settle();
        return figures;
    }
}
