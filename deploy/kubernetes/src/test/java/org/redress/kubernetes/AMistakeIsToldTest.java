package org.redress.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The production overlay with one mistake in it. */
class AMistakeIsToldTest {

    private static final List<ObjectNode> RIGHT =
            Kustomization.render(Manifests.FOLDER.resolve("overlays/production"));

    private static final String POD = "/spec/template/spec";
    private static final String CONTAINER = POD + "/containers/0";

    static Stream<Arguments> mistakes() {
        return Stream.of(
                // What the API server would refuse.
                arguments(
                        "Deployment intake",
                        "op: add, path: /spec/replica, value: 2",
                        "Deployment intake: Unrecognized field \"replica\""),
                arguments(
                        "Deployment intake",
                        "op: add, path: %s/env/0/value, value: 8080".formatted(CONTAINER),
                        "Deployment intake: Cannot coerce Integer value (8080) to `java.lang.String`"),
                arguments(
                        "KafkaTopic redress.cases",
                        "op: add, path: /spec/partition, value: 6",
                        "KafkaTopic redress.cases: /spec: property 'partition' is not defined"),
                arguments(
                        "Cluster intake-database",
                        "op: replace, path: /spec/instances, value: three",
                        "Cluster intake-database: /spec/instances: string found, integer expected"),
                arguments(
                        "ScaledObject intake",
                        "op: replace, path: /kind, value: ScaledObjekt",
                        "ScaledObjekt intake: nobody here knows keda.sh/v1alpha1 ScaledObjekt"),
                // Rights that a pod does not need.
                arguments(
                        "Deployment triage",
                        "op: replace, path: %s/securityContext/runAsNonRoot, value: false"
                                .formatted(POD),
                        "Deployment triage: /securityContext/runAsNonRoot is 'false' and has to be true"),
                arguments(
                        "Deployment triage",
                        "op: remove, path: %s/securityContext/capabilities".formatted(CONTAINER),
                        "Deployment triage: /securityContext/capabilities/drop is '' and has to be [\"ALL\"]"),
                arguments(
                        "Deployment triage",
                        "op: add, path: %s/hostNetwork, value: true".formatted(POD),
                        "Deployment triage asks for hostNetwork"),
                arguments(
                        "Deployment triage",
                        "op: remove, path: %s/resources/limits/memory".formatted(CONTAINER),
                        "Deployment triage does not state /resources/limits/memory"),
                arguments(
                        "Namespace redress",
                        "op: replace, path: /metadata/labels/pod-security.kubernetes.io~1enforce, value: baseline",
                        "Namespace redress does not enforce restricted"),
                arguments(
                        "Deployment notification",
                        "op: replace, path: %s/terminationGracePeriodSeconds, value: 20"
                                .formatted(POD),
                        "Deployment notification: 20 s are too few to end after 5 s of sleep, 10 s for requests"
                                + " and 15 s for loops"),
                arguments(
                        "Deployment reporting",
                        "op: replace, path: %s/image, value: 'redress/report:latest'"
                                .formatted(CONTAINER),
                        "Deployment reporting runs redress/report:latest, and built is redress/reporting:"),
                // What the services are told.
                arguments(
                        "Deployment intake",
                        "op: replace, path: %s/env/0/name, value: QUARKUS_HTTP_PROT"
                                .formatted(CONTAINER),
                        "Deployment intake: the service knows no QUARKUS_HTTP_PROT"),
                arguments(
                        "Deployment intake",
                        "op: add, path: %s/env/0, value: {name: QUARKUS_DATASOURCE_DB_KIND, value: h2}"
                                .formatted(CONTAINER),
                        "Deployment intake: QUARKUS_DATASOURCE_DB_KIND is decided by the build, a pod changes nothing"),
                arguments(
                        "ConfigMap intake-",
                        "op: remove, path: /data/QUARKUS_OIDC_AUTH_SERVER_URL",
                        "Deployment intake does not tell QUARKUS_OIDC_AUTH_SERVER_URL"),
                arguments(
                        "ConfigMap notification-",
                        "op: remove, path: /data/REDRESS_NOTIFICATION_SMTP_HOST",
                        "Deployment notification does not tell REDRESS_NOTIFICATION_SMTP_HOST"),
                arguments(
                        "Deployment escalation",
                        "op: replace, path: %s/env/0/value, value: '8081'".formatted(CONTAINER),
                        "Deployment escalation: the port http is 8080 and QUARKUS_HTTP_PORT is 8081"),
                arguments(
                        "ConfigMap escalation-",
                        "op: add, path: /data/REDRESS_DB_PASSWORD, value: hunter2",
                        "Deployment escalation: REDRESS_DB_PASSWORD comes from no Secret"),
                // What is named.
                arguments(
                        "Deployment intake",
                        "op: replace, path: %s/serviceAccountName, value: intaki".formatted(POD),
                        "Deployment intake: there is no ServiceAccount intaki"),
                arguments(
                        "Deployment intake",
                        "op: replace, path: %s/envFrom/0/configMapRef/name, value: other"
                                .formatted(CONTAINER),
                        "Deployment intake: there is no ConfigMap other"),
                arguments(
                        "Deployment notification",
                        "op: replace, path: %s/volumes/2/secret/secretName, value: notification-staff-2"
                                .formatted(POD),
                        "Deployment notification: nobody makes a Secret notification-staff-2"),
                arguments(
                        "Deployment intake",
                        "op: replace, path: %s/env/10/valueFrom/secretKeyRef/key, value: main-key"
                                .formatted(CONTAINER),
                        "Deployment intake: Secret intake-vault has no key main-key"),
                arguments(
                        "Deployment intake",
                        "op: replace, path: /spec/selector/matchLabels/app.kubernetes.io~1name, value: other",
                        "Deployment intake selects {\"app.kubernetes.io/name\":\"other\"} and its pods wear"),
                arguments(
                        "Service triage",
                        "op: replace, path: /spec/selector/app.kubernetes.io~1name, value: triaje",
                        "Service triage selects {\"app.kubernetes.io/name\":\"triaje\"} and no pod is so labelled"),
                arguments(
                        "Service triage",
                        "op: replace, path: /spec/ports/0/targetPort, value: web",
                        "Service triage leads to port web, which Deployment triage does not have"),
                arguments(
                        "HTTPRoute intake",
                        "op: replace, path: /spec/rules/0/backendRefs/0/port, value: 8080",
                        "HTTPRoute leads to intake:8080, which no Service offers"),
                arguments(
                        "HTTPRoute intake",
                        "op: replace, path: /spec/rules/0/backendRefs/0/port, value: 9000",
                        "HTTPRoute leads to intake:9000, which is not for the outside"),
                arguments(
                        "Deployment intake",
                        "op: replace, path: %s/livenessProbe/httpGet/path, value: /q/health"
                                .formatted(CONTAINER),
                        "Deployment intake: the livenessProbe asks for /q/health and the service answers at /q/health/live"),
                arguments(
                        "Deployment intake",
                        "op: replace, path: %s/readinessProbe/httpGet/port, value: http"
                                .formatted(CONTAINER),
                        "Deployment intake: the readinessProbe asks at port http and health is told at management"),
                arguments(
                        "Deployment intake",
                        "op: replace, path: %s/topologySpreadConstraints/0/labelSelector/matchLabels/app.kubernetes.io~1name, value: triage"
                                .formatted(POD),
                        "Deployment intake spreads pods that are not its own"),
                arguments(
                        "TriggerAuthentication intake-lag",
                        "op: replace, path: /spec/secretTargetRef/0/key, value: pass",
                        "TriggerAuthentication intake-lag: Secret intake has no key pass"),
                arguments(
                        "ServiceMonitor redress",
                        "op: replace, path: /spec/endpoints/0/port, value: metrics",
                        "ServiceMonitor redress reads port metrics, which not all of its Services have"),
                // Addresses.
                arguments(
                        "ConfigMap intake-",
                        "op: replace, path: /data/KEYS_DB_URL, value: 'jdbc:postgresql://intake-keys-rw:5432/intake_keys'",
                        "Deployment intake: KEYS_DB_URL is no encrypted address of a cluster"),
                arguments(
                        "Deployment intake",
                        "op: replace, path: %s/env/2/value, value: SASL_PLAINTEXT"
                                .formatted(CONTAINER),
                        "Deployment intake talks to the broker without SASL_SSL"),
                arguments(
                        "Deployment intake",
                        "op: replace, path: %s/env/11/valueFrom/secretKeyRef/name, value: triage"
                                .formatted(CONTAINER),
                        "Deployment intake: KAFKA_PASSWORD is not that of its own user"),
                arguments(
                        "Cluster triage-keys",
                        "op: replace, path: /spec/bootstrap/initdb/database, value: triage",
                        "Deployment triage: KEYS_DB_URL asks triage-keys for the database triage_keys, which has triage"),
                arguments(
                        "Kafka redress",
                        "op: replace, path: /spec/kafka/listeners/0/port, value: 9094",
                        "Deployment triage: no Kafka listens at redress-kafka-bootstrap:9093"),
                arguments(
                        "Deployment triage",
                        "op: replace, path: %s/env/5/value, value: /etc/redress/certificates"
                                .formatted(CONTAINER),
                        "Deployment triage: MESSAGING_CERTIFICATES_FOLDER names"
                                + " /etc/redress/certificates, which is not mounted"),
                arguments(
                        "Deployment triage",
                        "op: replace, path: %s/volumes/1/projected/sources/0/secret/items/0/path, value: ca.crt"
                                .formatted(POD),
                        "Deployment triage: KAFKA_SSL_TRUSTSTORE_LOCATION names /etc/redress/trust/kafka.crt,"
                                + " which is not mounted"),
                arguments(
                        "Deployment triage",
                        "op: replace, path: %s/env/7/valueFrom/secretKeyRef/name, value: intake-database-app"
                                .formatted(CONTAINER),
                        "Deployment triage: QUARKUS_DATASOURCE_PASSWORD is not that of triage-database"),
                // The contract.
                arguments(
                        "KafkaTopic redress.cases",
                        "op: replace, path: /spec/partitions, value: 3",
                        "KafkaTopic redress.cases is kept as 3 partitions, {cleanup.policy=delete,"
                                + " retention.ms=604800000} and the contract says 6 partitions"),
                arguments(
                        "KafkaTopic redress.erasures",
                        "op: replace, path: /spec/config/cleanup.policy, value: delete",
                        "KafkaTopic redress.erasures is kept as 3 partitions, {cleanup.policy=delete,"),
                arguments(
                        "KafkaTopic redress.cases.triage.dlq",
                        "op: replace, path: /metadata/name, value: redress.cases.triage.dql",
                        "the contract has a topic redress.cases.triage.dlq and there is no KafkaTopic"),
                arguments(
                        "KafkaTopic redress.alarms",
                        "op: replace, path: /metadata/labels/strimzi.io~1cluster, value: other",
                        "KafkaTopic redress.alarms belongs to no Kafka: 'other'"),
                arguments(
                        "KafkaUser reporting",
                        "op: add, path: /spec/authorization/acls/0, value: {resource: {type: topic, name:"
                                + " redress.customers}, operations: [Read]}",
                        "KafkaUser reporting may read topic redress.customers and need not by the contract"),
                arguments(
                        "KafkaUser intake",
                        "op: remove, path: /spec/authorization/acls/0/operations/0",
                        "KafkaUser intake may not write topic redress.cases and has to by the contract"),
                arguments(
                        "Kafka redress",
                        "op: add, path: /spec/kafka/authorization/superUsers/-, value: reporting",
                        "reporting may do everything at the broker"),
                // Ways.
                arguments(
                        "NetworkPolicy default-deny",
                        "op: replace, path: /spec/policyTypes, value: [Ingress]",
                        "there is no policy that denies by default"),
                arguments(
                        "NetworkPolicy intake",
                        "op: replace, path: /spec/ingress/0/ports/0/port, value: management",
                        "Deployment intake lets doors through to management"),
                arguments(
                        "NetworkPolicy intake",
                        "op: add, path: /spec/egress/0/to/0/podSelector/matchExpressions/0/values/0, value: triage-keys",
                        "Deployment intake reaches the databases"),
                // Room.
                arguments(
                        "ScaledObject triage",
                        "op: replace, path: /spec/maxReplicaCount, value: 12",
                        "ScaledObject triage: no topic has more than 6 partitions for so many pods"),
                arguments(
                        "ScaledObject triage",
                        "op: replace, path: /spec/triggers/0/metadata/consumerGroup, value: intake",
                        "ScaledObject triage looks at the group intake, and triage reads in its own"),
                arguments(
                        "ScaledObject triage",
                        "op: replace, path: /spec/scaleTargetRef/name, value: triaje",
                        "ScaledObject triage scales triaje, which is no Deployment"),
                arguments(
                        "ScaledObject triage",
                        "op: replace, path: /spec/triggers/0/authenticationRef/name, value: other",
                        "ScaledObject triage logs in as other, which is nobody"),
                arguments(
                        "ScaledObject escalation",
                        "op: replace, path: /spec/triggers/1/metadata/query, value: 'max(due_log_seconds{})'",
                        "ScaledObject escalation asks for due_log_seconds, which no code of escalation counts"),
                arguments(
                        "ResourceQuota redress",
                        "op: replace, path: /spec/hard/requests.memory, value: 16Gi",
                        "ResourceQuota redress: requests.memory of"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_told_in_a_sentence(String object, String mistake, String sentence)
            throws JsonProcessingException {
        List<ObjectNode> production = production();

        JsonPatch.apply(
                new YAMLMapper().readTree("[{" + mistake + "}]"), called(object, production));

        assertThat(Rules.faults(new Manifests(production)))
                .anySatisfy(fault -> assertThat(fault).startsWith(sentence));
    }

    @Test
    void a_password_in_a_file_is_told() {
        List<ObjectNode> production = production();
        ObjectNode secret = production.getFirst().deepCopy();
        secret.put("apiVersion", "v1")
                .put("kind", "Secret")
                .withObjectProperty("metadata")
                .put("name", "smtp");
        production.add(secret);

        assertThat(Rules.faults(new Manifests(production)))
                .contains("Secret smtp stands in a file");
    }

    private static List<ObjectNode> production() {
        return new ArrayList<>(RIGHT.stream().map(ObjectNode::deepCopy).toList());
    }

    /** The name of a generated one only begins so. */
    private static ObjectNode called(String object, List<ObjectNode> all) {
        return all.stream()
                .filter(one -> {
                    String called = Manifests.called(one);
                    return object.endsWith("-") ? called.startsWith(object) : called.equals(object);
                })
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + object));
    }
}
