package org.redress.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Every variable is one that the service reads when it starts, everything that it needs is told,
 * and secrets come from Secrets.
 */
final class SettingsAreTold implements Rule {

    private static final Pattern SECRET =
            Pattern.compile(".*(PASSWORD|SECRET|MASTER_KEY|LINK_KEY)");

    @Override
    public List<String> faults(Manifests manifests) {
        List<String> faults = new ArrayList<>();
        manifests
                .pods()
                .forEach(pod -> {
                    Map<String, String> told = pod.environment(manifests);
                    ServiceSettings settings = ServiceSettings.of(pod.service());
                    for (String variable : told.keySet()) {
                        if (settings.isFixed(variable)) {
                            faults.add(
                                    "%s: %s is decided by the build, a pod changes nothing"
                                            .formatted(pod.called(), variable));
                        } else if (!settings.knows(variable)) {
                            faults.add(
                                    "%s: the service knows no %s"
                                            .formatted(pod.called(), variable));
                        }
                    }
                    for (Set<String> names : settings.required()) {
                        if (names.stream().noneMatch(told::containsKey)) {
                            faults.add(
                                    "%s does not tell %s"
                                            .formatted(pod.called(), String.join(" or ", names)));
                        }
                    }
                    ports(pod, told, faults);
                    secrets(pod, told, faults);
                });
        manifests.objects().stream()
                .filter(object -> object.path("kind").asText().equals("Secret"))
                .forEach(object -> faults.add(Manifests.called(object) + " stands in a file"));
        return faults;
    }

    private static void ports(Pod pod, Map<String, String> told, List<String> faults) {
        Map.of("QUARKUS_HTTP_PORT", Ports.HTTP, "QUARKUS_MANAGEMENT_PORT", Ports.MANAGEMENT)
                .forEach((variable, name) -> {
                    String port = pod.port(name).map(String::valueOf).orElse("none");
                    if (!port.equals(told.get(variable))) {
                        faults.add(
                                "%s: the port %s is %s and %s is %s"
                                        .formatted(
                                                pod.called(),
                                                name.asText(),
                                                port,
                                                variable,
                                                told.get(variable)));
                    }
                });
    }

    private static void secrets(Pod pod, Map<String, String> told, List<String> faults) {
        Set<String> referred = new HashSet<>();
        for (JsonNode variable : pod.container().path("env")) {
            if (variable.at("/valueFrom/secretKeyRef").isObject()) {
                referred.add(variable.path("name").asText());
            }
        }
        told.keySet().stream()
                .filter(variable -> SECRET.matcher(variable).matches())
                .filter(variable -> !referred.contains(variable))
                .forEach(variable ->
                        faults.add(
                                "%s: %s comes from no Secret".formatted(pod.called(), variable)));
    }
}
