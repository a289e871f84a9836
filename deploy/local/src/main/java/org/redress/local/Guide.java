package org.redress.local;

import java.io.PrintStream;

/** What somebody needs who has just started the platform: addresses, users, what to type next. */
record Guide(Platform.Settings settings, PrintStream out) {

    void print(boolean infrastructureOnly) {
        PlatformPorts ports = settings.ports();
        if (!infrastructureOnly) {
            for (Service service : Service.values()) {
                row(
                        service.id(),
                        http(ports.managementOf(service)) + "/q/swagger-ui",
                        purpose(service));
            }
        }
        row(
                "Kafka",
                Ports.LOOPBACK + ":" + ports.kafka(),
                "SASL/SCRAM; a user for each service, and bi");
        row(
                "PostgreSQL",
                Ports.LOOPBACK + ":" + ports.postgres(),
                "a database and a role for each service");
        row("Keycloak", http(ports.keycloak()) + "/admin", "realm redress; user admin");
        row("SMTP", Ports.LOOPBACK + ":" + ports.smtp(), "accepts every mail, sends none");
        row(
                "Mail",
                http(ports.mailApi()) + "/api/user/{address}/messages/INBOX",
                "what was mailed to an address");
        out.printf("%n  Passwords are in %s%n", settings.folder().resolve("secrets.properties"));
        out.printf(
                "%n  Users of the realm redress, password %s:%n", KeycloakComponent.DEMO_PASSWORD);
        for (String[] user : DEMO_USERS) {
            row(user[0], user[1], user[2]);
        }
        out.printf("  and everybody of the organisation who is paged and takes cases%n");
        out.printf("%nNext: %s%n", next(infrastructureOnly));
    }

    private static final String[][] DEMO_USERS = {
        {"li.na", "intake-agent", "registers cases and logs contacts"},
        {"zhao.min", "triage-officer", "reviews assessments"},
        {"chen.wei", "handler", "accepts and resolves cases"},
        {"wang.fang", "manager", "is reached by escalations and acknowledges"},
        {"liu.qiang", "commander", "leads the response to an emergency"},
        {"sun.yu", "bi-analyst", "reads facts and metrics"},
        {"admin.redress", "admin", "changes configuration"},
        {"wu.jing", "auditor", "reads who looked at whose personal data"},
    };

    private static String next(boolean infrastructureOnly) {
        return infrastructureOnly
                ? "eval \"$(./redress env intake)\"; mvn -f intake-service/pom.xml quarkus:dev"
                : "./redress demo plays cases through it; ./redress status; ./redress down";
    }

    private void row(String name, String address, String purpose) {
        out.printf("  %-14s %-58s %s%n", name, address, purpose);
    }

    private static String http(int port) {
        return "http://" + Ports.LOOPBACK + ":" + port;
    }

    private static String purpose(Service service) {
        return switch (service) {
            case INTAKE -> "registers cases";
            case TRIAGE -> "assesses them, with reasons";
            case ESCALATION -> "keeps clocks, reaches people";
            case NOTIFICATION -> "writes to customers and managers";
            case REPORTING -> "facts and metrics for BI";
        };
    }
}
