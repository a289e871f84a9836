package org.redress.escalation.regulation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The regulator packs by their kind. */
public final class Packs {

    private static final List<String> FILES =
            List.of(
                    "cn-accident",
                    "cn-banking-insurance",
                    "cn-consumer-goods",
                    "cn-cyber-incident",
                    "cn-market-regulation",
                    "cn-petition",
                    "cn-telecom",
                    "uk-financial-services",
                    "us-consumer-finance");
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory())
                    .registerModule(new JavaTimeModule())
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** Those that come with the service, read once. */
    public static final Packs SHIPPED = shipped();

    private final Map<String, Pack> packs = new TreeMap<>();

    private Packs() {}

    /** Those that come with the service. */
    public static Packs shipped() {
        Map<String, String> files = new TreeMap<>();
        FILES.forEach(name -> files.put(name + ".yaml", text("/regulations/" + name + ".yaml")));
        return read(files);
    }

    /**
     * Reads packs as people write them.
     *
     * @param files the content by the file's name
     * @throws InvalidPack if one cannot be read, contradicts itself, or is of a kind that is there
     */
    public static Packs read(Map<String, String> files) {
        var packs = new Packs();
        files.forEach(packs::add);
        return packs;
    }

    private void add(String file, String yaml) {
        Pack pack = parse(file, yaml);
        List<String> problems = pack.problems();
        if (!problems.isEmpty()) {
            throw new InvalidPack(file, problems);
        }
        if (packs.putIfAbsent(pack.kind(), pack) != null) {
            throw new InvalidPack(file, List.of("kind: there is another pack of " + pack.kind()));
        }
    }

    private static Pack parse(String file, String yaml) {
        try {
            return YAML.readValue(yaml, Pack.class);
        } catch (JsonProcessingException e) {
            throw new InvalidPack(
                    file,
                    List.of("line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage()));
        }
    }

    /**
     * The law that holds for a case that was received then.
     *
     * @param named the kind of the pack and the clock, with a slash between
     */
    public Optional<Law> law(String named, Instant receivedAt) {
        return laws().filter(law -> name(law).equals(named))
                .filter(law ->
                        law.rule().holdsOn(LocalDate.ofInstant(receivedAt, law.pack().zone())))
                .findFirst();
    }

    /** The law of that {@link Law#reference reference}, if it is still there. */
    public Optional<Law> law(String reference) {
        return laws().filter(law -> law.reference().equals(reference)).findFirst();
    }

    /** What clocks can be run by. */
    public SortedSet<String> names() {
        return laws().map(Packs::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(Law law) {
        return law.pack().kind() + "/" + law.rule().clock();
    }

    private Stream<Law> laws() {
        return packs.values().stream()
                .flatMap(pack -> pack.rules().stream().map(rule -> new Law(pack, rule)))
                .filter(law -> law.rule().begins() != null);
    }

    /** All kinds there are packs of. */
    public SortedSet<String> kinds() {
        return new TreeSet<>(packs.keySet());
    }

    /**
     * The rules for a case of that kind that was received then: those of that day, whatever the law
     * became afterwards.
     *
     * @throws IllegalArgumentException if there is no pack of the kind
     */
    public List<Rule> rulesFor(String kind, Instant receivedAt) {
        return pack(kind).rulesOn(receivedAt);
    }

    /** The pack of the kind, with its notice. */
    public Pack pack(String kind) {
        Pack pack = packs.get(kind);
        if (pack == null) {
            throw new IllegalArgumentException("no pack of '" + kind + "'; there are " + kinds());
        }
        return pack;
    }

    private static String text(String file) {
        try (InputStream in = Packs.class.getResourceAsStream(file)) {
            return new String(
                    Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
