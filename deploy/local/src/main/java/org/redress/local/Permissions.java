package org.redress.local;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Who may do what on the broker: a user for each service of the contract with exactly what its
 * operations imply, and {@code bi}, who reads the BI topics.
 */
public final class Permissions {

    private static final ScramCredentialInfo SCRAM =
            new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);

    private static final Duration FORCE_LIMIT = Duration.ofSeconds(15);

    private final Set<AclBinding> granted = new LinkedHashSet<>();
    private final Set<String> users = new LinkedHashSet<>();

    private Permissions(Contract contract) {
        for (Contract.Operation operation : contract.operations()) {
            users.add(operation.service());
            if (operation.receives()) {
                receive(contract, operation);
            } else {
                grant(operation.service(), topic(operation.topic()), AclOperation.WRITE);
            }
        }
        users.add(KafkaLogin.BI);
        grant(KafkaLogin.BI, prefixed(ResourceType.TOPIC, "redress.bi."), AclOperation.READ);
        grant(KafkaLogin.BI, prefixed(ResourceType.GROUP, KafkaLogin.BI), AclOperation.READ);
    }

    /** Those that {@code contracts/asyncapi.yaml} implies. */
    public static Permissions ofContract() {
        return of(Contract.ofCheckout());
    }

    static Permissions of(Contract contract) {
        return new Permissions(contract);
    }

    /** What is allowed; nothing else is. */
    public Set<AclBinding> granted() {
        return Set.copyOf(granted);
    }

    /** Everybody but the admin. */
    Set<String> users() {
        return Set.copyOf(users);
    }

    /**
     * Makes the users who are missing, and leaves the broker with these permissions and no others.
     */
    void grantOn(KafkaLogin login, UnaryOperator<String> passwords) {
        try (Admin admin = Admin.create(login.settings())) {
            makeUsers(admin, without(users, existingUsers(admin)), passwords);
            Set<AclBinding> existing = existing(admin);
            List<AclBindingFilter> superfluous =
                    without(existing, granted).stream().map(AclBinding::toFilter).toList();
            get(admin.createAcls(without(granted, existing)).all());
            get(admin.deleteAcls(superfluous).all());
            // The controller answers when it has noted them, a moment before the broker knows them.
            if (!Patience.sees(
                    FORCE_LIMIT,
                    () ->
                            existing(admin).equals(granted)
                                    && existingUsers(admin).containsAll(users))) {
                throw new IllegalStateException("Kafka's permissions did not come into force");
            }
        }
    }

    private static void makeUsers(
            Admin admin, Set<String> missing, UnaryOperator<String> passwords) {
        if (!missing.isEmpty()) {
            get(
                    admin.alterUserScramCredentials(
                                    missing.stream()
                                            .<UserScramCredentialAlteration>map(user ->
                                                    new UserScramCredentialUpsertion(
                                                            user, SCRAM, passwords.apply(user)))
                                            .toList())
                            .all());
        }
    }

    private static Set<AclBinding> existing(Admin admin) {
        return Set.copyOf(get(admin.describeAcls(AclBindingFilter.ANY).values()));
    }

    private static Set<String> existingUsers(Admin admin) {
        return Set.copyOf(get(admin.describeUserScramCredentials().users()));
    }

    private static <T> T get(KafkaFuture<T> answer) {
        return Unchecked.get(answer::get);
    }

    /** The replay of dead letters runs as the service too, in a group of its own. */
    private void receive(Contract contract, Contract.Operation operation) {
        String service = operation.service();
        grant(service, topic(operation.topic()), AclOperation.READ);
        grant(service, group(service), AclOperation.READ);
        grant(service, group(service + ".replay"), AclOperation.READ);
        for (Contract.Beside kind : Contract.Beside.values()) {
            if (!contract.definition(kind).isMissingNode()) {
                ResourcePattern own = topic(contract.name(kind, operation));
                grant(service, own, AclOperation.READ);
                grant(service, own, AclOperation.WRITE);
            }
        }
    }

    private void grant(String user, ResourcePattern resource, AclOperation operation) {
        for (AclOperation each : List.of(operation, AclOperation.DESCRIBE)) {
            granted.add(
                    new AclBinding(
                            resource,
                            new AccessControlEntry(
                                    "User:" + user, "*", each, AclPermissionType.ALLOW)));
        }
    }

    private static ResourcePattern topic(String name) {
        return new ResourcePattern(ResourceType.TOPIC, name, PatternType.LITERAL);
    }

    private static ResourcePattern group(String name) {
        return new ResourcePattern(ResourceType.GROUP, name, PatternType.LITERAL);
    }

    private static ResourcePattern prefixed(ResourceType type, String prefix) {
        return new ResourcePattern(type, prefix, PatternType.PREFIXED);
    }

    private static <T> Set<T> without(Set<T> some, Set<T> others) {
        return some.stream().filter(one -> !others.contains(one)).collect(Collectors.toSet());
    }
}
