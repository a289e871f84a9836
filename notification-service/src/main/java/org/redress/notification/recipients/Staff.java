package org.redress.notification.recipients;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;
import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The company's people. Their addresses are read from the staff file when there is none; what they
 * are called, in which language they are written to and whether they are here is as {@code
 * redress.organisation} tells it (ADR 14), and as the staff file says until it does.
 */
@ApplicationScoped
public class Staff {
    private static final Duration BY_HEART = Duration.ofMinutes(1);
    private static final Logger LOG = Logger.getLogger(Staff.class);

    private final Jdbi jdbi;
    private final Optional<Path> file;
    private final Clock clock;
    private final ZoneId zone;
    private final Event<KnownPerson> news;
    private volatile ByHeart byHeart = ByHeart.NOTHING;

    Staff(
            Jdbi jdbi,
            @ConfigProperty(name = "redress.staff.file") Optional<Path> file,
            Clock clock,
            @ConfigProperty(name = "redress.zone") ZoneId zone,
            Event<KnownPerson> news) {
        this.clock = clock;
        this.zone = zone;
        this.news = news;
        this.jdbi = jdbi;
        this.file = file;
    }

    /**
     * The person with this id, if they are here today and have an address. Who is asked for again
     * and again is known by heart for a minute; who is not known by heart is looked up.
     */
    public Optional<StaffMember> find(String personId) {
        return Optional.ofNullable(known(personId).here.get(personId));
    }

    private ByHeart known(String personId) {
        var known = byHeart;
        if (!known.names.containsKey(personId) || !clock.instant().isBefore(known.until)) {
            known = read();
            byHeart = known;
        }
        return known;
    }

    private static final String ALL =
            """
            select person_id, coalesce(known.name_zh, staff.name_zh, staff.name) as zh,
                coalesce(known.name_en, staff.name_en, staff.name) as en,
                coalesce(known.language, staff.language) as language,
                case when coalesce(active, true) and :today
                    between coalesce(first_day, :today) and coalesce(last_day, :today)
                    then staff.email end as email
            from staff full join known_person known using (person_id)
            """;

    private ByHeart read() {
        var all =
                jdbi.withHandle(handle ->
                        handle.createQuery(ALL)
                                .bind("today", LocalDate.ofInstant(clock.instant(), zone))
                                .map((row, _) ->
                                        new Known(
                                                row.getString("person_id"),
                                                new PersonName(
                                                        row.getString("zh"), row.getString("en")),
                                                row.getString("language"),
                                                row.getString("email")))
                                .list());
        return new ByHeart(
                all.stream()
                        .flatMap(known -> known.reached().stream())
                        .collect(toUnmodifiableMap(StaffMember::id, Function.identity())),
                all.stream().collect(toUnmodifiableMap(Known::id, Known::called)),
                clock.instant().plus(BY_HEART));
    }

    /** Who can be written to, and what everybody is called who is or was here. */
    private record ByHeart(
            Map<String, StaffMember> here, Map<String, PersonName> names, Instant until) {
        static final ByHeart NOTHING = new ByHeart(Map.of(), Map.of(), Instant.MIN);
    }

    /** Of staff file and organisation together; without an address who has none or is not here. */
    private record Known(
            String id, PersonName called, @Nullable String language, @Nullable String email) {
        Optional<StaffMember> reached() {
            return language == null || email == null
                    ? Optional.empty()
                    : Optional.of(new StaffMember(id, called, Language.of(language), email));
        }
    }

    private static final String TELL =
            """
            insert into known_person
                (person_id, name_zh, name_en, language, first_day, last_day, active, version)
            values (:id, :zh, :en, :language, :first, :last, :active, :version)
            on conflict (person_id) do update set name_zh = excluded.name_zh,
                name_en = excluded.name_en, language = excluded.language,
                first_day = excluded.first_day, last_day = excluded.last_day,
                active = excluded.active, version = excluded.version
            where known_person.version < excluded.version
            """;

    /** Keeps what is said of a person, unless something later is known. */
    @Transactional(MANDATORY)
    public void tell(KnownPerson told) {
        jdbi.useHandle(handle ->
                handle.createUpdate(TELL)
                        .bind("id", told.id())
                        .bind("zh", told.called().zh())
                        .bind("en", told.called().en())
                        .bind("language", told.language() == null ? null : told.language().tag())
                        .bind("first", told.firstDay())
                        .bind("last", told.lastDay())
                        .bind("active", told.active())
                        .bind("version", told.version())
                        .execute());
        news.fire(told);
    }

    void learn(@Observes(during = AFTER_SUCCESS) KnownPerson told) {
        byHeart = ByHeart.NOTHING;
    }

    /**
     * How a reader of this language is told of people, by their id: by name, also of who is gone,
     * or by the id of one of whom nothing is known.
     */
    public UnaryOperator<String> namesFor(Language reader) {
        return id -> {
            var called = known(id).names.get(id);
            return called == null ? id : called.in(reader);
        };
    }

    void loadAtFirstStart(@Observes StartupEvent start) {
        if (holds("select not exists (select from staff)")) {
            var staff = StaffFile.read(text()).staff();
            add(staff);
            LOG.infof("staff loaded persons=%d", staff.size());
        } else if (holds("select exists (select from staff where name_zh is null)")) {
            nameInBothLanguages(StaffFile.read(text()).staff());
            byHeart = ByHeart.NOTHING;
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
