package org.redress.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.redress.local.Checkout;
import org.redress.local.Redress;
import org.redress.local.Service;
import org.redress.local.Unchecked;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./redress images}: the images of the packaged services. */
@Command(
        name = "./redress images",
        description =
                "Builds an image of each service without a container runtime: deploy/images/target/<service>.tar.",
        mixinStandardHelpOptions = true)
public final class Images implements Callable<Integer> {

    @Option(
            names = "--base",
            paramLabel = "IMAGE",
            defaultValue = ServiceImage.JRE,
            description =
                    "what they stand on: an image in a registry, tar:///path of one in an archive, or scratch;"
                            + " by default ${DEFAULT-VALUE}")
    private String base = ServiceImage.JRE;

    @Option(
            names = "--service",
            paramLabel = "NAME",
            arity = "1..*",
            description = "only these: ${COMPLETION-CANDIDATES}")
    private List<Service> services = List.of(Service.values());

    @Option(
            names = "--source",
            paramLabel = "URL",
            description = "where the sources are published, for a label")
    private @Nullable String source;

    /** Builds all, or those that are named. */
    public static void main(String[] words) {
        System.exit(commandLine().execute(words));
    }

    static CommandLine commandLine() {
        return Redress.commandLine(new Images(), CommandLine.ExitCode.SOFTWARE)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Checkout.root().resolve("deploy/images/target");
        for (Service service : services) {
            ServiceImage image = new ServiceImage(FastJar.of(service), base, origin());
            String digest = image.writeInto(folder).getDigest().toString();
            long size = Files.size(folder.resolve(service.id() + ".tar"));
            System.out.printf("%-36s %s %4d MB%n", image.name(), digest, size / 1_000_000);
        }
        return 0;
    }

    private Map<String, String> origin() {
        Map<String, String> labels = new TreeMap<>();
        if (source != null) {
            labels.put("org.opencontainers.image.source", source);
        }
        revision().ifPresent(it -> labels.put("org.opencontainers.image.revision", it));
        return labels;
    }

    /** The commit that is checked out, with {@code -dirty} behind it when something is changed. */
    private static Optional<String> revision() {
        try {
            Process git =
                    new ProcessBuilder(
                                    "git",
                                    "describe",
                                    "--always",
                                    "--dirty",
                                    "--abbrev=40",
                                    "--exclude=*")
                            .directory(Checkout.root().toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String told =
                    new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return Unchecked.get(git::waitFor) == 0 ? Optional.of(told) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
