package org.redress.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** {@link KeeperProgram} in a process of its own. */
record KeeperComponent(Library library) implements Component {

    @Override
    public String name() {
        return "keeper";
    }

    @Override
    public List<Integer> ports() {
        return List.of();
    }

    @Override
    public String address() {
        return "";
    }

    @Override
    public void prepare(Path log, Consumer<String> progress) {}

    @Override
    public List<String> command() {
        return JavaProgram.quick(48)
                .with("-Dredress.checkout=" + Checkout.root())
                .command("-cp", library.ownClassPath(), KeeperProgram.class.getName());
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public Duration startLimit() {
        return Duration.ofSeconds(10);
    }
}
