package org.redress.platform.web;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who calls: the person, the roles, and the org units whose cases they may see (the token's {@code
 * units} claim, paths such as {@code hq/outlets/east}; a unit includes all below it).
 */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The person's id, the token's {@code preferred_username}. */
    public String personId() {
        return identity.getPrincipal().getName();
    }

    /** The realm roles. */
    public Set<String> roles() {
        return identity.getRoles();
    }

    /** Whether the person has the role. */
    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /**
     * The unit paths of the token; none if it names none. A leading slash, as Keycloak's group
     * mapper puts it there, is taken away.
     *
     * @throws WebApplicationException (a 403 problem, {@code units-malformed}) where one is no path
     *     of ours: a caller whose units nobody can read sees nothing, rather than something else
     */
    public List<String> units() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return List.of();
        }
        Object claim = token.getClaim("units");
        var units = claim instanceof Iterable<?> named ? texts(named) : List.<String>of();
        if (!units.stream().allMatch(UnitPaths::isPath)) {
            throw Problem.of(
                            Response.Status.FORBIDDEN,
                            "The units in your token are no paths such as hq/outlets/east; ask whoever gave you the login.")
                    .code("units-malformed")
                    .asException();
        }
        return units;
    }

    /** The same units as a condition for SQL. */
    public UnitScope scope() {
        return UnitScope.of(units());
    }

    /** Whether the unit is one of the caller's or below one. */
    public boolean sees(String unitPath) {
        return units().stream().anyMatch(own -> UnitPaths.isWithin(unitPath, own));
    }

    private static List<String> texts(Iterable<?> values) {
        var texts = new ArrayList<String>();
        for (var value : values) {
            texts.add(
                    UnitPaths.normalised(
                            value instanceof JsonString text
                                    ? text.getString()
                                    : value.toString()));
        }
        return List.copyOf(texts);
    }
}
