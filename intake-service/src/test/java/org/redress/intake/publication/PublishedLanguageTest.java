package org.redress.intake.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.intake.cases.ACase;
import org.redress.intake.cases.CaseEvent;
import org.redress.intake.cases.Channel;
import org.redress.intake.cases.ConductLevel;
import org.redress.intake.cases.Contact;
import org.redress.intake.cases.Correction;
import org.redress.intake.cases.CustomerCase;
import org.redress.intake.cases.Flags;
import org.redress.intake.cases.Money;
import org.redress.intake.cases.Report;
import org.redress.intake.cases.Satisfaction;
import org.redress.intake.customers.ContactCard;
import org.redress.intake.customers.Customer;
import org.redress.intake.customers.CustomerEvent;
import org.redress.intake.customers.CustomerTier;
import org.redress.intake.customers.Language;
import org.redress.intake.customers.PhoneNumber;
import org.redress.intake.staff.Actor;
import org.redress.platform.messaging.EventJson;
import org.redress.platform.testing.Contract;

class PublishedLanguageTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final CustomerCase KETTLE = ACase.aboutAKettle();
    private static final CaseEvent.Stamp STAMP = new CaseEvent.Stamp(ACase.NOW, 2, ACase.AGENT);

    /** One of each sealed variant, some with and some without what is optional. */
    static Stream<PublishedCaseEvent> published() {
        return Stream.<CaseEvent>of(
                        new CaseEvent.Registered(KETTLE, STAMP, customer("li.na@example.com")),
                        new CaseEvent.Corrected(
                                KETTLE,
                                STAMP,
                                new Correction(
                                        "新主题",
                                        null,
                                        new Flags(
                                                false,
                                                new Money(new BigDecimal("129.90"), "CNY"),
                                                true,
                                                true,
                                                12,
                                                ConductLevel.SEVERE),
                                        KETTLE.report().product(),
                                        KETTLE.report().incident()),
                                "复核"),
                        new CaseEvent.Corrected(
                                KETTLE, STAMP, new Correction(null, "新描述", null, null, null), "复核"),
                        new CaseEvent.ContactLogged(
                                KETTLE,
                                STAMP,
                                new Contact(
                                        Contact.Direction.INBOUND,
                                        Channel.LIVE_CHAT,
                                        "催促",
                                        Contact.Reason.URGED)),
                        new CaseEvent.SatisfactionRecorded(
                                KETTLE, STAMP, Satisfaction.UNREACHABLE, 2, null),
                        new CaseEvent.SatisfactionRecorded(
                                KETTLE, STAMP, Satisfaction.SATISFIED, 3, "满意"),
                        new CaseEvent.Withdrawn(KETTLE, STAMP, "撤诉"))
                .map(Translation::of);
    }

    @ParameterizedTest
    @MethodSource("published")
    void every_event_that_intake_publishes_is_what_its_schema_says(PublishedCaseEvent event) {
        assertThat(Contract.of(event.type()).faults(json(event))).isEmpty();
    }

    @Test
    void every_sealed_variant_was_tried() {
        assertThat(published().map(Object::getClass).distinct().map(Class::getName))
                .hasSameSizeAs(
                        Stream.of(PublishedCaseEvent.class.getPermittedSubclasses())
                                .map(Class::getName)
                                .toList());
    }

    @Test
    void what_was_registered_is_told_field_by_field() throws JsonProcessingException {
        // given
        Report said = KETTLE.report();

        // when
        JsonNode told =
                told(new CaseEvent.Registered(KETTLE, STAMP, customer("li.na@example.com")));

        // then
        assertThat(texts(told, "/caseId", "/caseNumber", "/customerId", "/customerTier"))
                .containsExactly(
                        KETTLE.id().toString(),
                        KETTLE.number().text(),
                        KETTLE.customerId().toString(),
                        "VIP");
        assertThat(texts(told, "/channel", "/channelRef", "/language", "/receivedAt"))
                .containsExactly("HOTLINE", "call-118", "zh-CN", "2026-11-21T06:00:00Z");
        assertThat(texts(told, "/subject", "/description", "/preliminaryCause", "/desiredRemedy"))
                .containsExactly(
                        said.subject(),
                        said.description(),
                        said.preliminaryCause(),
                        said.desiredRemedy());
        assertThat(told.at("/cti"))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"callId": "118-7f3a21", "agentId": "A1024", "queueSeconds": 23,
                                 "recordingUrl": "https://recordings.example.com/1"}
                                """));
        assertThat(told.at("/incident")).isEqualTo(JSON.readTree(json(said.incident())));
        assertThat(told.at("/product")).isEqualTo(JSON.readTree(json(said.product())));
        assertThat(told.at("/flags")).isEqualTo(JSON.readTree(json(said.flags())));
        assertThat(told.at("/timetable")).isEqualTo(JSON.readTree(json(KETTLE.timetable())));
    }

    @Test
    void what_was_corrected_is_told_field_by_field() throws JsonProcessingException {
        // given
        Report said = KETTLE.report();
        Correction all =
                new Correction("新主题", "新描述", said.flags(), said.product(), said.incident());

        // when
        JsonNode told = told(new CaseEvent.Corrected(KETTLE, STAMP, all, "复核"));

        // then
        assertThat(texts(told, "/subject", "/description", "/reason", "/round"))
                .containsExactly("新主题", "新描述", "复核", "2");
        assertThat(told.at("/flags")).isEqualTo(JSON.readTree(json(said.flags())));
        assertThat(told.at("/product")).isEqualTo(JSON.readTree(json(said.product())));
        assertThat(told.at("/incident")).isEqualTo(JSON.readTree(json(said.incident())));
    }

    private static JsonNode told(CaseEvent event) throws JsonProcessingException {
        return JSON.readTree(json(Translation.of(event)));
    }

    private static List<String> texts(JsonNode told, String... fields) {
        return Stream.of(fields).map(field -> told.at(field).asText()).toList();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void a_customer_snapshot_is_what_its_schema_says(String email) {
        var known = new CustomerEvent.Known(customer(email), ACase.NOW, ACase.AGENT);

        assertThat(Contract.of(CustomerSnapshot.TYPE).faults(json(CustomerSnapshot.of(known))))
                .isEmpty();
    }

    static Stream<String> addresses() {
        return Stream.of("li.na@example.com", null);
    }

    @Test
    void an_erasure_is_what_its_schema_says_whoever_tells_it() {
        List<UUID> caseIds = List.of(KETTLE.id().value());

        for (Actor by : List.of(ACase.AGENT, Actor.RULE)) {
            var erased = new CustomerEvent.Erased(KETTLE.customerId(), caseIds, ACase.NOW, by);
            assertThat(Contract.of(CustomerErased.TYPE).faults(json(CustomerErased.of(erased))))
                    .isEmpty();
        }
    }

    @Test
    void a_schema_refuses_what_is_no_such_event() {
        assertThat(Contract.of("redress.case.withdrawn.v1").faults("[\"rubbish\"]")).isNotEmpty();
    }

    private static String json(Object payload) {
        return new String(EventJson.write(payload), StandardCharsets.UTF_8);
    }

    private static Customer customer(String email) {
        return new Customer(
                KETTLE.customerId(),
                new ContactCard("李娜", new PhoneNumber("+8613800138000"), email),
                Language.ZH_CN,
                CustomerTier.VIP,
                ACase.NOW,
                1);
    }
}
