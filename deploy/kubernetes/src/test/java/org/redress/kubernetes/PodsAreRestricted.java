package org.redress.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.redress.local.Checkout;

/**
 * A pod gives up every right that it does not need (Pod Security "restricted", and more), states
 * what it takes, runs the image that is built, and has the time to end.
 */
final class PodsAreRestricted implements Rule {

    private static final Map<String, String> POD =
            Map.of(
                    "/automountServiceAccountToken", "false",
                    "/enableServiceLinks", "false",
                    "/securityContext/runAsNonRoot", "true",
                    "/securityContext/seccompProfile/type", "RuntimeDefault");

    private static final Map<String, String> CONTAINER =
            Map.of(
                    "/securityContext/allowPrivilegeEscalation", "false",
                    "/securityContext/readOnlyRootFilesystem", "true",
                    "/securityContext/capabilities/drop", "[\"ALL\"]");

    private static final List<String> NEVER =
            List.of(
                    "hostNetwork",
                    "hostPID",
                    "hostIPC",
                    "hostPath",
                    "hostPort",
                    "privileged",
                    "procMount");

    private static final List<String> STATED =
            List.of(
                    "/resources/requests/cpu",
                    "/resources/requests/memory",
                    "/resources/limits/cpu",
                    "/resources/limits/memory");

    @Override
    public List<String> faults(Manifests manifests) {
        List<String> faults = new ArrayList<>();
        manifests
                .pods()
                .forEach(pod -> {
                    if (pod.spec().path("containers").size() != 1) {
                        faults.add(pod.called() + " has not one container");
                    }
                    demanded(pod, pod.spec(), POD, faults);
                    demanded(pod, pod.container(), CONTAINER, faults);
                    for (String name : NEVER) {
                        if (!pod.spec().findValues(name).isEmpty()) {
                            faults.add("%s asks for %s".formatted(pod.called(), name));
                        }
                    }
                    for (String path : STATED) {
                        if (pod.container().at(path).isMissingNode()) {
                            faults.add("%s does not state %s".formatted(pod.called(), path));
                        }
                    }
                    image(pod, faults);
                    end(pod, faults);
                });
        manifests
                .of(Manifests.Kind.Namespace)
                .filter(namespace ->
                        !"restricted"
                                .equals(
                                        namespace
                                                .at("/metadata/labels")
                                                .path("pod-security.kubernetes.io/enforce")
                                                .asText()))
                .filter(namespace -> manifests.has(Manifests.Kind.Deployment))
                .forEach(namespace ->
                        faults.add(Manifests.called(namespace) + " does not enforce restricted"));
        return faults;
    }

    private static void demanded(
            Pod pod, JsonNode node, Map<String, String> demands, List<String> faults) {
        demands.forEach((path, value) -> {
            JsonNode found = node.at(path);
            String text = found.isContainerNode() ? found.toString() : found.asText();
            if (!text.equals(value)) {
                faults.add(
                        "%s: %s is '%s' and has to be %s"
                                .formatted(pod.called(), path, text, value));
            }
        });
    }

    private static void image(Pod pod, List<String> faults) {
        String built = "redress/%s:%s".formatted(pod.service(), projectVersion());
        String image = pod.container().path("image").asText();
        if (!image.equals(built) && !image.endsWith("/" + built)) {
            faults.add("%s runs %s, and built is %s".formatted(pod.called(), image, built));
        }
    }

    private static String projectVersion() {
        String pom = Disk.text(Checkout.root().resolve("pom.xml"));
        return pom.replaceFirst("(?s).*?<version>([^<]+)</version>.*", "$1");
    }

    /** What the service takes to end is in its settings; what it does then, in ADR 12. */
    private static void end(Pod pod, List<String> faults) {
        int sleep = pod.container().at("/lifecycle/preStop/sleep/seconds").asInt();
        long requests = ServiceSettings.of(pod.service()).seconds("quarkus.shutdown.timeout");
        long grace = pod.spec().path("terminationGracePeriodSeconds").asLong();
        if (sleep == 0 || grace < sleep + requests + 15) {
            faults.add(
                    "%s: %d s are too few to end after %d s of sleep, %d s for requests and 15 s for loops"
                            .formatted(pod.called(), grace, sleep, requests));
        }
    }
}
