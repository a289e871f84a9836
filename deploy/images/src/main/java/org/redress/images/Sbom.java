package org.redress.images;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.local.Failure;
import org.redress.local.Unchecked;

/**
 * The bill of materials of a service (CycloneDX 1.6): each jar of its image with its hash, as it
 * lies there. The jars are read and not the poms, since Quarkus adds and leaves out some. It bears
 * no time and no number of its own, so that the same jars are the same bill.
 */
final class Sbom {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FastJar jar;
    private final Map<String, Library> byFile;

    private Sbom(FastJar jar) {
        this.jar = jar;
        byFile =
                jar.libraries().stream()
                        .collect(Collectors.toMap(Library::fileName, Function.identity()));
    }

    /**
     * As JSON.
     *
     * @throws Failure when there is a jar of which nobody says whose it is
     */
    static String of(FastJar jar) {
        return new Sbom(jar).json().toPrettyString() + "\n";
    }

    private ObjectNode json() {
        Library service =
                new Library("org.redress", jar.service() + "-service", "", "jar", jar.version());
        ObjectNode bill = JSON.createObjectNode();
        bill.put("bomFormat", "CycloneDX").put("specVersion", "1.6").put("version", 1);
        bill.putObject("metadata")
                .set("component", component("application", service).put("name", jar.service()));
        ArrayNode components = bill.putArray("components");
        jar.files().stream()
                .filter(file -> file.startsWith("lib"))
                .map(this::component)
                .forEach(components::add);
        bill.putArray("compositions")
                .addObject()
                .put("aggregate", "complete")
                .putArray("assemblies")
                .add(service.purl());
        return bill;
    }

    private ObjectNode component(Path file) {
        Library library = byFile.get(file.getFileName().toString());
        if (library == null) {
            throw new Failure("Nothing says what " + jar.folder().resolve(file) + " is.");
        }
        ObjectNode component = component("library", library);
        component
                .putArray("hashes")
                .addObject()
                .put("alg", "SHA-256")
                .put("content", sha256(jar.folder().resolve(file)));
        component
                .putObject("evidence")
                .putArray("occurrences")
                .addObject()
                .put("location", ServiceImage.HOME.resolve(file).toString());
        return component;
    }

    private static ObjectNode component(String type, Library library) {
        return JSON.createObjectNode()
                .put("type", type)
                .put("bom-ref", library.purl())
                .put("group", library.group())
                .put("name", library.artifact())
                .put("version", library.version())
                .put("purl", library.purl());
    }

    private static String sha256(Path file) {
        return Unchecked.get(() ->
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(Files.readAllBytes(file))));
    }
}
