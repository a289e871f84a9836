package org.redress.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redress.kubernetes.Manifests.Kind;

/**
 * What a service is told of its databases, its broker and its files leads to those that are there:
 * encrypted, with an authority that is mounted, and with the login that belongs to it.
 */
final class AddressesLead implements Rule {

    private static final Pattern DATABASE =
            Pattern.compile(
                    "jdbc:postgresql://(?<cluster>[a-z-]+)-rw:5432/(?<database>[a-z_]+)"
                            + "\\?sslmode=verify-full&sslrootcert=/.+");

    private static final Pattern FILE = Pattern.compile("/etc/redress/[a-z/.]+");

    @Override
    public List<String> faults(Manifests manifests) {
        List<String> faults = new ArrayList<>();
        manifests
                .pods()
                .forEach(pod -> {
                    Map<String, String> told = pod.environment(manifests);
                    database(
                            pod,
                            told,
                            "QUARKUS_DATASOURCE_JDBC_URL",
                            "QUARKUS_DATASOURCE",
                            manifests,
                            faults);
                    database(pod, told, "KEYS_DB_URL", "KEYS_DB", manifests, faults);
                    broker(pod, told, manifests, faults);
                    files(pod, told, faults);
                });
        return faults;
    }

    private static void database(
            Pod pod,
            Map<String, String> told,
            String variable,
            String login,
            Manifests manifests,
            List<String> faults) {
        Matcher url = DATABASE.matcher(told.getOrDefault(variable, ""));
        if (!url.matches()) {
            faults.add(
                    "%s: %s is no encrypted address of a cluster: %s"
                            .formatted(pod.called(), variable, told.get(variable)));
            return;
        }
        String cluster = url.group("cluster");
        for (String part : List.of("USERNAME", "PASSWORD")) {
            if (!secretOf(pod, login + "_" + part).equals(Optional.of(cluster + "-app"))) {
                faults.add(
                        "%s: %s_%s is not that of %s"
                                .formatted(pod.called(), login, part, cluster));
            }
        }
        if (manifests.has(Kind.Cluster)) {
            JsonNode made =
                    manifests
                            .find(Kind.Cluster, cluster)
                            .map(object -> object.at("/spec/bootstrap/initdb/database"))
                            .orElse(MissingNode.getInstance());
            if (!made.asText().equals(url.group("database"))) {
                faults.add(
                        "%s: %s asks %s for the database %s, which has %s"
                                .formatted(
                                        pod.called(),
                                        variable,
                                        cluster,
                                        url.group("database"),
                                        made.asText("none")));
            }
        }
    }

    private static Optional<String> secretOf(Pod pod, String variable) {
        return pod.container()
                .path("env")
                .valueStream()
                .filter(one -> one.path("name").asText().equals(variable))
                .map(one -> one.at("/valueFrom/secretKeyRef/name").asText())
                .findAny();
    }

    private static void broker(
            Pod pod, Map<String, String> told, Manifests manifests, List<String> faults) {
        if (!"SASL_SSL".equals(told.get("KAFKA_SECURITY_PROTOCOL"))) {
            faults.add(pod.called() + " talks to the broker without SASL_SSL");
        }
        if (!secretOf(pod, "KAFKA_PASSWORD").equals(Optional.of(pod.service()))) {
            faults.add(pod.called() + ": KAFKA_PASSWORD is not that of its own user");
        }
        String address = told.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "");
        if (manifests.has(Kind.Kafka)
                && manifests
                        .of(Kind.Kafka)
                        .flatMap(AddressesLead::listeners)
                        .noneMatch(address::equals)) {
            faults.add("%s: no Kafka listens at %s".formatted(pod.called(), address));
        }
    }

    private static Stream<String> listeners(JsonNode kafka) {
        return kafka.at("/spec/kafka/listeners")
                .valueStream()
                .filter(listener -> listener.path("tls").asBoolean())
                .filter(listener ->
                        listener.at("/authentication/type").asText().equals("scram-sha-512"))
                .map(listener ->
                        "%s-kafka-bootstrap:%d"
                                .formatted(Manifests.name(kafka), listener.path("port").asInt()));
    }

    private static void files(Pod pod, Map<String, String> told, List<String> faults) {
        List<String> mounted = mounted(pod).toList();
        told.forEach((variable, value) -> {
            Matcher files = FILE.matcher(value);
            while (files.find()) {
                String named = files.group();
                if (mounted.stream().noneMatch(file -> Path.of(file).startsWith(named))) {
                    faults.add(
                            "%s: %s names %s, which is not mounted"
                                    .formatted(pod.called(), variable, named));
                }
            }
        });
    }

    /** The files of Secrets that are mounted: those that are listed, else every key. */
    private static Stream<String> mounted(Pod pod) {
        return pod.container()
                .path("volumeMounts")
                .valueStream()
                .flatMap(mount -> {
                    String path = mount.path("mountPath").asText();
                    return pod.spec()
                            .path("volumes")
                            .valueStream()
                            .filter(volume -> volume.path("name").equals(mount.path("name")))
                            .flatMap(AddressesLead::files)
                            .map(file -> path + "/" + file);
                });
    }

    private static Stream<String> files(JsonNode volume) {
        if (volume.has("secret")) {
            return WhatIsNamedExists.madeByHand()
                    .getOrDefault(volume.at("/secret/secretName").asText(), Set.of())
                    .stream();
        }
        return volume.findValues("path").stream().map(JsonNode::asText);
    }
}
