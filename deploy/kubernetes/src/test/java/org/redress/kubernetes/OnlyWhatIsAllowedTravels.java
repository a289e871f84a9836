package org.redress.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.kubernetes.Manifests.Kind;

/**
 * Whoever has a policy is cut off from all that it does not name: each service has one, it leads to
 * its own databases and no others, and nobody who comes from a door reaches the management port.
 * What runs beside the services is cut off too.
 */
final class OnlyWhatIsAllowedTravels implements Rule {

    private static final String EVERY_POD = "{}";

    @Override
    public List<String> faults(Manifests manifests) {
        List<String> faults = new ArrayList<>();
        manifests.pods().forEach(pod -> pod(pod, manifests, faults));
        if (manifests.has(Kind.Namespace)
                && manifests.has(Kind.Deployment)
                && manifests.of(Kind.NetworkPolicy).noneMatch(OnlyWhatIsAllowedTravels::denies)) {
            faults.add("there is no policy that denies by default");
        }
        return faults;
    }

    private static boolean denies(JsonNode policy) {
        return policy.at("/spec/podSelector").toString().equals(EVERY_POD)
                && cutsOff(policy)
                && !policy.path("spec").has("ingress");
    }

    private static boolean cutsOff(JsonNode policy) {
        return texts(policy.at("/spec/policyTypes")).equals(Set.of("Ingress", "Egress"));
    }

    private static void pod(Pod pod, Manifests manifests, List<String> faults) {
        List<? extends JsonNode> own =
                manifests
                        .of(Kind.NetworkPolicy)
                        .filter(policy -> pod.isSelectedBy(policy.at("/spec/podSelector")))
                        .toList();
        if (own.size() != 1 || !cutsOff(own.getFirst())) {
            faults.add(pod.called() + " has not one policy for what comes and what goes");
            return;
        }
        for (JsonNode way : own.getFirst().at("/spec/ingress")) {
            boolean fromDoors = way.path("from").toString().contains("redress.org/doors");
            for (JsonNode port : way.path("ports")) {
                if (pod.port(port.path("port")).isEmpty()) {
                    faults.add(
                            "%s lets through to port %s, which is none"
                                    .formatted(pod.called(), port.path("port").asText()));
                } else if (fromDoors && !port.path("port").equals(Ports.HTTP)) {
                    faults.add(
                            "%s lets doors through to %s"
                                    .formatted(pod.called(), port.path("port").asText()));
                }
            }
        }
        Set<String> databases =
                own.getFirst().at("/spec/egress").findValues("values").stream()
                        .flatMap(values -> texts(values).stream())
                        .collect(Collectors.toSet());
        Set<String> needed = Set.of(pod.service() + "-database", pod.service() + "-keys");
        if (!databases.equals(needed)) {
            faults.add(
                    "%s reaches the databases %s and not just its own"
                            .formatted(pod.called(), databases));
        }
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).collect(Collectors.toSet());
    }
}
