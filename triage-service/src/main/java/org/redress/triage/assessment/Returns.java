package org.redress.triage.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.redress.platform.messaging.EventJson;
import org.redress.platform.vault.Vault;

/** The cases that their unit has given back, until a person judges them anew. */
@ApplicationScoped
class Returns {

    private static final String WHY = "returned_case.returned";

    private final Jdbi jdbi;
    private final Vault vault;

    Returns(Jdbi jdbi, Vault vault) {
        this.jdbi = jdbi;
        this.vault = vault;
    }

    /** Of one that is returned again the latest counts; nothing is kept of an erased one. */
    void keep(UUID caseId, Returned returned) {
        byte[] sealed = vault.sealBytes(caseId, WHY, EventJson.write(returned));
        if (sealed == null) {
            return;
        }
        jdbi.useHandle(handle ->
                handle.execute(
                        """
                        insert into returned_case (case_id, returned) values (?, ?)
                        on conflict (case_id) do update set returned = excluded.returned
                        """,
                        caseId,
                        sealed));
    }

    void forget(UUID caseId) {
        jdbi.useHandle(
                handle -> handle.execute("delete from returned_case where case_id = ?", caseId));
    }

    /** Those of these cases that are returned. */
    Map<UUID, Returned> of(Collection<UUID> cases) {
        var open = new HashMap<UUID, Returned>();
        for (var row : sealed(cases)) {
            byte[] json = vault.openBytes(row.getKey(), WHY, row.getValue());
            if (json != null) {
                open.put(row.getKey(), EventJson.read(json, Returned.class));
            }
        }
        return open;
    }

    private List<Map.Entry<UUID, byte[]>> sealed(Collection<UUID> cases) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select * from returned_case where case_id = any(:cases)")
                        .bindArray("cases", UUID.class, cases.toArray())
                        .map((row, _) ->
                                Map.entry(
                                        row.getObject("case_id", UUID.class),
                                        row.getBytes("returned")))
                        .list());
    }
}
