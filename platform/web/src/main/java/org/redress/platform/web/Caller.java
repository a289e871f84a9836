package org.redress.platform.web;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
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

    /** The unit paths of the token; none if it names none. */
    public List<String> units() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return List.of();
        }
        Object claim = token.getClaim("units");
        return claim instanceof Iterable<?> units ? texts(units) : List.of();
    }

    /** Whether the unit is one of the caller's or below one. */
    public boolean sees(String unitPath) {
        return units().stream()
                .anyMatch(own -> unitPath.equals(own) || unitPath.startsWith(own + "/"));
    }

    private static List<String> texts(Iterable<?> values) {
        var texts = new ArrayList<String>();
        for (var value : values) {
            texts.add(value instanceof JsonString text ? text.getString() : value.toString());
        }
        return List.copyOf(texts);
    }
}
