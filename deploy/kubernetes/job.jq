# A running service's Deployment as a Job of the same version, with the same settings and another command:
#
#   kubectl -n redress get deployment triage -o json \
#     | jq -f deploy/kubernetes/job.jq --arg name replay --arg command "java -cp … org.example.Main --all" \
#     | kubectl create -f -
#
# Its pods get no requests, since they are called otherwise than the service's.
.metadata.name as $service
| {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: {
      generateName: "\($service)-\($name)-",
      namespace: .metadata.namespace,
      labels: {"app.kubernetes.io/name": "\($service)-job", "app.kubernetes.io/part-of": "redress"}
    },
    spec: {
      backoffLimit: 0,
      ttlSecondsAfterFinished: 604800,
      template: {
        metadata: {
          labels: {"app.kubernetes.io/name": "\($service)-job", "app.kubernetes.io/part-of": "redress"}
        },
        spec: (
          .spec.template.spec
          | del(.topologySpreadConstraints)
          | .restartPolicy = "Never"
          | .containers[0] |= (
              del(.ports, .startupProbe, .livenessProbe, .readinessProbe, .lifecycle)
              | .command = ($command | split(" "))
            )
        )
      }
    }
  }
