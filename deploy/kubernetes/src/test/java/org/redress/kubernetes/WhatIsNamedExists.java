package org.redress.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.kubernetes.Manifests.Kind;

/**
 * Selectors meet pods, and ports, Secrets, ConfigMaps and accounts that are named exist: among the
 * objects, as what an operator makes, or in the README's table of what a person makes.
 */
final class WhatIsNamedExists implements Rule {

    /** By whose pods the operators' own labels are worn. */
    private static final List<String> LABELS_OF_OPERATORS =
            List.of("strimzi.io/cluster", "cnpg.io/cluster", "app");

    private final Map<String, Set<String>> secrets;

    private WhatIsNamedExists(Map<String, Set<String>> secrets) {
        this.secrets = secrets;
    }

    /** With the Secrets that these make and the README demands. */
    static WhatIsNamedExists with(Manifests everything) {
        Map<String, Set<String>> secrets = new LinkedHashMap<>(madeByHand());
        everything
                .of(Kind.KafkaUser)
                .forEach(user -> secrets.put(Manifests.name(user), Set.of("password")));
        everything
                .of(Kind.Kafka)
                .forEach(kafka ->
                        secrets.put(Manifests.name(kafka) + "-cluster-ca-cert", Set.of("ca.crt")));
        everything
                .of(Kind.Cluster)
                .map(Manifests::name)
                .forEach(cluster -> {
                    secrets.put(cluster + "-app", Set.of("username", "password"));
                    secrets.put(cluster + "-ca", Set.of("ca.crt"));
                });
        return new WhatIsNamedExists(secrets);
    }

    /** The rows of the README's table of Secrets: name and keys. */
    static Map<String, Set<String>> madeByHand() {
        Map<String, Set<String>> made = new LinkedHashMap<>();
        String readme = Disk.text(Manifests.FOLDER.resolve("README.md"));
        readme.lines()
                .dropWhile(line -> !line.startsWith("| Secret |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.replace("`", "").split(" *\\| *", -1))
                .forEach(cells -> {
                    for (String name : cells[1].split(", ", -1)) {
                        made.put(name, Set.copyOf(Arrays.asList(cells[2].split(", ", -1))));
                    }
                });
        return made;
    }

    @Override
    public List<String> faults(Manifests manifests) {
        List<String> faults = new ArrayList<>();
        manifests.pods().forEach(pod -> pod(pod, manifests, faults));
        for (Kind kind : List.of(Kind.Service, Kind.PodDisruptionBudget, Kind.NetworkPolicy)) {
            manifests.of(kind).forEach(object -> selector(object, manifests, faults));
        }
        manifests.of(Kind.Service).forEach(service -> service(service, manifests, faults));
        manifests
                .of(Kind.Ingress)
                .flatMap(ingress -> ingress.findValues("service").stream())
                .forEach(backend ->
                        door("Ingress", backend, backend.path("port"), manifests, faults));
        manifests
                .of(Kind.HTTPRoute)
                .flatMap(route -> route.findValues("backendRefs").stream())
                .flatMap(JsonNode::valueStream)
                .forEach(backend -> door("HTTPRoute", backend, backend, manifests, faults));
        manifests.of(Kind.ServiceMonitor).forEach(monitor -> monitor(monitor, manifests, faults));
        manifests
                .of(Kind.TriggerAuthentication)
                .forEach(object ->
                        object.at("/spec/secretTargetRef")
                                .forEach(reference ->
                                        secret(Manifests.called(object), reference, faults)));
        return faults;
    }

    private void pod(Pod pod, Manifests manifests, List<String> faults) {
        JsonNode selector = pod.deployment().at("/spec/selector/matchLabels");
        if (!Manifests.texts(selector).equals(Map.of("app.kubernetes.io/name", pod.service()))
                || !pod.hasLabels(selector)) {
            faults.add(
                    "%s selects %s and its pods wear %s"
                            .formatted(pod.called(), selector, pod.labels()));
        }
        for (JsonNode spread : pod.spec().path("topologySpreadConstraints")) {
            if (!pod.hasLabels(spread.at("/labelSelector/matchLabels"))) {
                faults.add(pod.called() + " spreads pods that are not its own");
            }
        }
        String account = pod.spec().path("serviceAccountName").asText();
        if (manifests.find(Kind.ServiceAccount, account).isEmpty()) {
            faults.add("%s: there is no ServiceAccount %s".formatted(pod.called(), account));
        }
        for (JsonNode from : pod.container().path("envFrom")) {
            String name = from.at("/configMapRef/name").asText();
            if (manifests.find(Kind.ConfigMap, name).isEmpty()) {
                faults.add("%s: there is no ConfigMap %s".formatted(pod.called(), name));
            }
        }
        pod.secretKeys().forEach(reference -> secret(pod.called(), reference, faults));
        for (JsonNode mount : pod.spec().findValues("secret")) {
            String name = mount.path("secretName").asText(mount.path("name").asText());
            if (!secrets.containsKey(name)) {
                faults.add(noSecret(pod.called(), name));
            }
            for (JsonNode item : mount.path("items")) {
                secret(pod.called(), item.deepCopy(), name, faults);
            }
        }
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            probe(pod, probe, faults);
        }
    }

    private static void probe(Pod pod, String probe, List<String> faults) {
        JsonNode asks = pod.container().path(probe).path("httpGet");
        if (!pod.port(asks.path("port")).equals(pod.port(Ports.MANAGEMENT))) {
            faults.add(
                    "%s: the %s asks at port %s and health is told at management"
                            .formatted(pod.called(), probe, asks.path("port").asText()));
        }
        String told = ServiceSettings.of(pod.service()).healthPath(probe);
        if (!asks.path("path").asText().equals(told)) {
            faults.add(
                    "%s: the %s asks for %s and the service answers at %s"
                            .formatted(pod.called(), probe, asks.path("path").asText(), told));
        }
    }

    private void secret(String who, JsonNode reference, List<String> faults) {
        secret(who, reference, reference.path("name").asText(), faults);
    }

    private void secret(String who, JsonNode reference, String name, List<String> faults) {
        String key = reference.path("key").asText();
        if (!secrets.containsKey(name)) {
            faults.add(noSecret(who, name));
        } else if (!secrets.get(name).contains(key)) {
            faults.add("%s: Secret %s has no key %s".formatted(who, name, key));
        }
    }

    private static String noSecret(String who, String name) {
        return "%s: nobody makes a Secret %s, neither an operator nor by the README"
                .formatted(who, name);
    }

    private static void selector(JsonNode object, Manifests manifests, List<String> faults) {
        JsonNode spec = object.path("spec");
        JsonNode selector = spec.has("selector") ? spec.path("selector") : spec.path("podSelector");
        boolean ofOperators =
                LABELS_OF_OPERATORS.stream()
                        .anyMatch(label -> selector.toString().contains("\"" + label + "\""));
        boolean meetsPods =
                manifests
                        .pods()
                        .anyMatch(pod ->
                                object.path("kind").asText().equals(Kind.Service.name())
                                        ? pod.hasLabels(selector)
                                        : pod.isSelectedBy(selector));
        if (!selector.isEmpty() && !ofOperators && !meetsPods) {
            faults.add(
                    "%s selects %s and no pod is so labelled"
                            .formatted(Manifests.called(object), selector));
        }
    }

    private static void service(JsonNode service, Manifests manifests, List<String> faults) {
        manifests
                .pods()
                .filter(pod -> pod.hasLabels(service.at("/spec/selector")))
                .forEach(pod -> {
                    for (JsonNode port : service.at("/spec/ports")) {
                        if (pod.port(port.path("targetPort")).isEmpty()) {
                            faults.add(
                                    "%s leads to port %s, which %s does not have"
                                            .formatted(
                                                    Manifests.called(service),
                                                    port.path("targetPort").asText(),
                                                    pod.called()));
                        }
                    }
                });
    }

    private static void monitor(JsonNode monitor, Manifests manifests, List<String> faults) {
        Set<Map.Entry<String, String>> labels =
                Manifests.texts(monitor.at("/spec/selector/matchLabels")).entrySet();
        List<ObjectNode> services =
                manifests
                        .of(Kind.Service)
                        .filter(service ->
                                Manifests.texts(service.at("/metadata/labels"))
                                        .entrySet()
                                        .containsAll(labels))
                        .toList();
        for (JsonNode endpoint : monitor.at("/spec/endpoints")) {
            String port = endpoint.path("port").asText();
            if (services.isEmpty()
                    || !services.stream()
                            .allMatch(service ->
                                    service.at("/spec/ports")
                                            .findValuesAsText("name")
                                            .contains(port))) {
                faults.add(
                        "%s reads port %s, which not all of its Services have"
                                .formatted(Manifests.called(monitor), port));
            }
        }
    }

    /** Doors from outside lead to a service's own door and never to its management. */
    private static void door(
            String kind,
            JsonNode backend,
            JsonNode port,
            Manifests manifests,
            List<String> faults) {
        String name = backend.path("name").asText();
        JsonNode wanted =
                port.has("number")
                        ? port.path("number")
                        : port.has("port") ? port.path("port") : port.path("name");
        List<JsonNode> ports =
                manifests.find(Kind.Service, name).stream()
                        .flatMap(service -> service.at("/spec/ports").valueStream())
                        .filter(offered ->
                                offered.path("port").equals(wanted)
                                        || offered.path("name").equals(wanted))
                        .toList();
        if (ports.isEmpty()) {
            faults.add(
                    "%s leads to %s:%s, which no Service offers"
                            .formatted(kind, name, wanted.asText()));
        } else if (!ports.getFirst().path("targetPort").equals(Ports.HTTP)) {
            faults.add(
                    "%s leads to %s:%s, which is not for the outside"
                            .formatted(kind, name, wanted.asText()));
        }
    }
}
