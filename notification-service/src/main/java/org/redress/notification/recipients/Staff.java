package org.redress.notification.recipients;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** The addresses of the company's people, read from the staff file when empty. */
@ApplicationScoped
public class Staff {
    private static final Duration BY_HEART = Duration.ofMinutes(1);
    private static final Logger LOG = Logger.getLogger(Staff.class);

    private final Jdbi jdbi;
    private final Optional<Path> file;
    private final Clock clock;
    private volatile ByHeart byHeart = new ByHeart(Map.of(), Instant.MIN);

    Staff(
            Jdbi jdbi,
            @ConfigProperty(name = "redress.staff.file") Optional<Path> file,
            Clock clock) {
        this.clock = clock;
        this.jdbi = jdbi;
        this.file = file;
    }

    /**
     * The person with this id, if the company has one. Who is asked for again and again is known by
     * heart for a minute; who is not known by heart is looked up.
     */
    public Optional<StaffMember> find(String personId) {
        var known = byHeart;
        if (!known.people.containsKey(personId) || !clock.instant().isBefore(known.until)) {
            known = new ByHeart(read(), clock.instant().plus(BY_HEART));
            byHeart = known;
        }
        return Optional.ofNullable(known.people.get(personId));
    }

    private Map<String, StaffMember> read() {
        return jdbi.withHandle(handle ->
                handle
                        .createQuery(
                                """
                                select person_id, coalesce(name_zh, name) as zh,
                                    coalesce(name_en, name) as en, language, email
                                from staff
                                """)
                        .map((row, _) ->
                                new StaffMember(
                                        row.getString("person_id"),
                                        new PersonName(row.getString("zh"), row.getString("en")),
                                        Language.of(row.getString("language")),
                                        row.getString("email")))
                        .stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        StaffMember::id, Function.identity())));
    }

    private record ByHeart(Map<String, StaffMember> people, Instant until) {}

    /**
     * How a reader of this language is told of people, by their id: by name, or by the id of one
     * whom the staff file does not know.
     */
    public UnaryOperator<String> namesFor(Language reader) {
        return id -> find(id).map(person -> person.called().in(reader)).orElse(id);
    }

    void loadAtFirstStart(@Observes StartupEvent start) {
        if (holds("select not exists (select from staff)")) {
            var staff = StaffFile.read(text()).staff();
            add(staff);
            LOG.infof("staff loaded persons=%d", staff.size());
        } else if (holds("select exists (select from staff where name_zh is null)")) {
            nameInBothLanguages(StaffFile.read(text()).staff());
            byHeart = new ByHeart(Map.of(), Instant.MIN);
        }
    }

    private boolean holds(String question) {
        return jdbi.withHandle(handle -> handle.createQuery(question).mapTo(boolean.class).one());
    }

    /** Who was loaded when a person had one name only; nobody is added or reached otherwise. */
    private void nameInBothLanguages(List<StaffMember> staff) {
        jdbi.useTransaction(handle -> {
            var batch =
                    handle.prepareBatch(
                            """
                            update staff set name_zh = :zh, name_en = :en
                            where person_id = :id and name_zh is null
                            """);
            for (var member : staff) {
                batch.bind("id", member.id())
                        .bind("zh", member.called().zh())
                        .bind("en", member.called().en())
                        .add();
            }
            batch.execute();
        });
    }

    /** Two replicas may start at once: whoever comes second changes nothing. */
    private void add(List<StaffMember> staff) {
        jdbi.useTransaction(handle -> {
            var batch =
                    handle.prepareBatch(
                            """
                            insert into staff (person_id, name, name_zh, name_en, language, email)
                            values (:id, :name, :zh, :en, :language, :email)
                            on conflict do nothing
                            """);
            for (var member : staff) {
                batch.bind("id", member.id())
                        .bind("name", member.name())
                        .bind("zh", member.called().zh())
                        .bind("en", member.called().en())
                        .bind("language", member.language().tag())
                        .bind("email", member.email())
                        .add();
            }
            batch.execute();
        });
    }

    private String text() {
        try {
            if (file.isPresent()) {
                return Files.readString(file.get());
            }
            try (var bundled = Staff.class.getResourceAsStream("/staff.yaml")) {
                if (bundled == null) {
                    throw new IllegalStateException("staff.yaml is not in the jar");
                }
                return new String(bundled.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("staff file cannot be read: " + file.orElse(null), e);
        }
    }
}
