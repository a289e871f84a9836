package org.redress.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever may be applied by itself: each service, each overlay, the issuer. */
class EveryFolderIsRightTest {

    static Stream<String> folders() {
        return Stream.concat(
                Stream.of("base/namespace", "components/keycloak"),
                Stream.concat(
                        services().map("base/"::concat),
                        Stream.of("overlays/minimal", "overlays/production")));
    }

    static Stream<String> services() {
        return Stream.of("intake", "triage", "escalation", "notification", "reporting");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void what_a_folder_renders_to_has_no_fault(String folder) {
        Manifests manifests = Manifests.of(folder);

        assertThat(Rules.faults(manifests)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_alone_is_all_that_it_needs_of_its_own(String service) {
        Manifests manifests = Manifests.of("base/" + service);

        assertThat(manifests.objects())
                .extracting(object -> object.path("kind").asText())
                .containsExactlyInAnyOrder(
                        "ConfigMap",
                        "Deployment",
                        "NetworkPolicy",
                        "PodDisruptionBudget",
                        "Service",
                        "ServiceAccount");
        assertThat(manifests.objects())
                .allMatch(object -> object.at("/metadata/namespace").asText().equals("redress"));
    }

    /** Registering goes on while the broker is away: its events wait in the outbox (ADR 12). */
    @ParameterizedTest
    @MethodSource("services")
    void a_service_is_ready_without_the_broker_and_the_issuer(String service) {
        assertThat(ServiceSettings.of(service).isReadyOnlyWithOthers()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/minimal", "overlays/production"})
    void an_overlay_has_all_services_and_what_keeps_others_out(String overlay) {
        Manifests manifests = Manifests.of(overlay);

        assertThat(manifests.pods().map(Pod::service))
                .containsExactlyInAnyOrderElementsOf(services().toList());
        assertThat(manifests.find(Manifests.Kind.NetworkPolicy, "default-deny")).isPresent();
    }

    @Test
    void in_production_there_are_two_of_each_and_three_of_what_keeps_things() {
        Manifests production = Manifests.of("overlays/production");

        assertThat(production.of(Manifests.Kind.ScaledObject))
                .hasSize(5)
                .allMatch(scaled -> scaled.at("/spec/minReplicaCount").asInt() >= 2);
        assertThat(production.of(Manifests.Kind.Cluster))
                .hasSize(10)
                .allMatch(cluster -> cluster.at("/spec/instances").asInt() == 3);
        assertThat(production.pods())
                .allMatch(pod ->
                        pod.spec()
                                .findValuesAsText("whenUnsatisfiable")
                                .equals(List.of("DoNotSchedule", "DoNotSchedule")));
    }

    @Test
    void a_restored_database_is_what_it_was() {
        ObjectNode restored =
                Kustomization.documents(Manifests.FOLDER.resolve("examples/restore.yaml"))
                        .getFirst();
        ObjectNode lost =
                Manifests.of("overlays/production")
                        .find(Manifests.Kind.Cluster, Manifests.name(restored))
                        .orElseThrow();

        assertThat(new StrictReading().faults(new Manifests(List.of(restored)))).isEmpty();
        for (String same : List.of("instances", "imageName", "storage", "resources")) {
            assertThat(restored.path("spec").path(same)).isEqualTo(lost.path("spec").path(same));
        }
        assertThat(restored.at("/spec/externalClusters/0/plugin/parameters/barmanObjectName"))
                .isEqualTo(lost.at("/spec/plugins/0/parameters/barmanObjectName"));
    }

    @Test
    void what_it_costs_stands_in_the_readme() {
        String readme = Disk.text(Manifests.FOLDER.resolve("README.md"));
        Manifests production = Manifests.of("overlays/production");

        assertThat(readme)
                .contains(ThereIsRoom.cost(Manifests.of("overlays/minimal"), false))
                .contains("at rest | " + ThereIsRoom.cost(production, false))
                .contains("at its largest | " + ThereIsRoom.cost(production, true));
    }

    @Test
    void every_secret_that_a_person_has_to_make_is_used() {
        Set<String> used =
                Stream.of("overlays/minimal", "overlays/production")
                        .flatMap(overlay -> Manifests.of(overlay).objects().stream())
                        .flatMap(object ->
                                Stream.of("name", "secretName")
                                        .flatMap(field -> object.findValuesAsText(field).stream()))
                        .collect(Collectors.toSet());

        assertThat(used).containsAll(WhatIsNamedExists.madeByHand().keySet());
    }
}
