package org.redress.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** PostgreSQL with two databases for each service: one for its data, one for the keys to it. */
record DatabaseComponent(Postgres.Settings settings, Secrets secrets) implements Component {

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public List<Integer> ports() {
        return List.of(settings.port());
    }

    @Override
    public String address() {
        return Ports.LOOPBACK + ":" + settings.port();
    }

    @Override
    public void prepare(Path log, Consumer<String> progress) {
        if (!Files.exists(settings.data())) {
            progress.accept("postgres: unpacking it and creating its data directory (once, 5 s)");
        }
        Postgres.initialize(settings);
    }

    @Override
    public List<String> command() {
        return Postgres.command(settings);
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public boolean isReady() {
        return Postgres.answers(settings);
    }

    @Override
    public void furnish() {
        for (Service service : Service.values()) {
            ensureDatabase(service.id());
            ensureDatabase(service.keys());
        }
    }

    private void ensureDatabase(String name) {
        Postgres.ensureDatabase(settings, name, secrets.password(name));
    }

    @Override
    public Duration startLimit() {
        return Duration.ofSeconds(60);
    }

    /** A plain SIGTERM would wait for every client to leave. */
    @Override
    public void askToStop(ProcessHandle process, Path log) {
        Postgres.stop(settings.data(), log);
    }
}
