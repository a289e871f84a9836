package org.redress.escalation.handling;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.escalation.handling.Sample.AGENT;
import static org.redress.escalation.handling.Sample.CHEN;
import static org.redress.escalation.handling.Sample.MANAGER;
import static org.redress.escalation.handling.Sample.NOW;
import static org.redress.escalation.handling.Sample.OTHER;
import static org.redress.escalation.handling.Sample.RECEPTION;
import static org.redress.escalation.handling.Sample.RULE;
import static org.redress.escalation.handling.Sample.THIRTY_DAYS;
import static org.redress.escalation.handling.Sample.assessment;
import static org.redress.escalation.handling.Sample.medium;
import static org.redress.escalation.handling.Sample.said;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.escalation.cases.Assessment;
import org.redress.escalation.cases.CaseClass;
import org.redress.escalation.cases.CaseNumber;
import org.redress.escalation.cases.Milestone;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.cases.Verdict;
import org.redress.escalation.cases.Verdict.Demand;
import org.redress.escalation.cohandling.CoHandling;
import org.redress.escalation.handling.HandlingEvent.Directed.Step;

/** Every state × every command, as the table in the README has it. */
class StateTableTest {

    /** The states, as far as a command can tell them apart. */
    private enum State {
        NEW,
        ASSIGNED,
        IN_PROGRESS,
        RESOLVED,
        CLOSED_SATISFIED,
        CLOSED_UNREACHABLE,
        CLOSED_WITHDRAWN,
        CLOSED_ANSWERED,
        CLOSED_NOT_AGREED,
        CLOSED_DUPLICATE
    }

    private static final Set<State> RESOLVED_BEFORE =
            EnumSet.of(
                    State.RESOLVED,
                    State.CLOSED_SATISFIED,
                    State.CLOSED_UNREACHABLE,
                    State.CLOSED_WITHDRAWN);

    private static final PersonId HE = new PersonId("he.jing");
    private static final Hand OTHER_MANAGER = new Hand(new PersonId("xu.qiang"), true);
    private static final CaseNumber FIRST = new CaseNumber("C-20261118-003175");
    private static final Directive URGED =
            new Directive(
                    new UUID(0, 7),
                    Directive.Kind.URGE,
                    "hq/logistics",
                    MANAGER.person(),
                    NOW,
                    NOW.plusSeconds(3600),
                    null,
                    null,
                    null,
                    null);
    private static final CoHandling REQUEST =
            CoHandling.request(new UnitPath("hq/finance"), CHEN.person(), NOW, null);
    private static final Assessment INQUIRY = judgedAs(CaseClass.INQUIRY);
    private static final Assessment SUGGESTION = judgedAs(CaseClass.SUGGESTION);

    private static final Map<String, Function<Handling, Outcome>> COMMANDS =
            Map.ofEntries(
                    entry(
                            "assess anew",
                            handling ->
                                    handling.assess(
                                            assessment(2, Severity.MEDIUM, "hq/logistics"),
                                            RULE,
                                            NOW)),
                    entry(
                            "assess as another unit's",
                            handling ->
                                    handling.assess(
                                            assessment(2, Severity.HIGH, "hq/quality"), RULE, NOW)),
                    entry(
                            "assess, a revision known before",
                            handling -> handling.assess(medium(), RULE, NOW)),
                    entry(
                            "assess, beyond the next revision",
                            handling ->
                                    handling.assess(
                                            assessment(4, Severity.MEDIUM, "hq/logistics"),
                                            RULE,
                                            NOW)),
                    entry(
                            "assess, far beyond the next revision",
                            handling ->
                                    handling.assess(
                                            assessment(
                                                    Integer.MAX_VALUE,
                                                    Severity.MEDIUM,
                                                    "hq/logistics"),
                                            RULE,
                                            NOW)),
                    entry(
                            "assess at last, revisions missing",
                            handling ->
                                    handling.assessAtLast(
                                            assessment(4, Severity.MEDIUM, "hq/logistics"),
                                            RULE,
                                            NOW)),
                    entry("accept", handling -> handling.accept(CHEN, NOW)),
                    entry("accept, somebody else", handling -> handling.accept(OTHER, NOW)),
                    entry(
                            "accept, whom it concerns",
                            handling -> {
                                handling.recuse(OTHER.person(), "my own", OTHER, NOW);
                                return handling.accept(OTHER, NOW);
                            }),
                    entry("hand over", handling -> handling.handOver(HE, "yours", CHEN, NOW)),
                    entry(
                            "hand over, to the handler",
                            handling -> handling.handOver(CHEN.person(), "mine", CHEN, NOW)),
                    entry(
                            "hand over, somebody else",
                            handling -> handling.handOver(HE, "yours", OTHER, NOW)),
                    entry(
                            "hand over, a manager",
                            handling -> handling.handOver(HE, "yours", MANAGER, NOW)),
                    entry(
                            "hand over, to whom it concerns",
                            handling -> {
                                handling.recuse(HE, "their own", MANAGER, NOW);
                                return handling.handOver(HE, "yours", CHEN, NOW);
                            }),
                    entry("take over", handling -> handling.takeOver(MANAGER, NOW)),
                    entry(
                            "return",
                            handling -> handling.giveBack("not ours", RECEPTION, CHEN, NOW)),
                    entry(
                            "return, somebody else",
                            handling -> handling.giveBack("not ours", RECEPTION, OTHER, NOW)),
                    entry("refer upwards", handling -> handling.refer("too much", CHEN, NOW)),
                    entry(
                            "refer upwards, somebody else",
                            handling -> handling.refer("too much", OTHER, NOW)),
                    entry(
                            "recuse the handler",
                            handling -> handling.recuse(CHEN.person(), "my own", CHEN, NOW)),
                    entry(
                            "recuse somebody else",
                            handling -> handling.recuse(HE, "their own", MANAGER, NOW)),
                    entry("note", handling -> handling.note("called", OTHER, NOW)),
                    entry("first response", handling -> handling.respond("told", CHEN, NOW)),
                    entry(
                            "first response, somebody else",
                            handling -> handling.respond("told", OTHER, NOW)),
                    entry("resolve", handling -> handling.resolve("refunded", CHEN, NOW)),
                    entry(
                            "resolve, somebody else",
                            handling -> handling.resolve("refunded", OTHER, NOW)),
                    entry(
                            "resolve, a manager",
                            handling -> handling.resolve("refunded", MANAGER, NOW)),
                    entry("promise anew", promise(NOW.plusSeconds(3600), MANAGER)),
                    entry("promise anew, the handler", promise(NOW.plusSeconds(3600), CHEN)),
                    entry("promise anew, what has passed", promise(NOW, MANAGER)),
                    entry(
                            "satisfied",
                            handling ->
                                    handling.hear(
                                            said(1, Satisfaction.Outcome.SATISFIED, 1),
                                            AGENT,
                                            NOW,
                                            THIRTY_DAYS)),
                    entry(
                            "not satisfied",
                            handling ->
                                    handling.hear(
                                            said(1, Satisfaction.Outcome.NOT_SATISFIED, 1),
                                            AGENT,
                                            NOW,
                                            THIRTY_DAYS)),
                    entry(
                            "not satisfied, 31 days later",
                            handling ->
                                    handling.hear(
                                            said(1, Satisfaction.Outcome.NOT_SATISFIED, 1),
                                            AGENT,
                                            NOW.plus(Duration.ofDays(31)),
                                            THIRTY_DAYS)),
                    entry(
                            "reopen, a manager",
                            handling -> handling.reopen("again", MANAGER, NOW, THIRTY_DAYS)),
                    entry(
                            "reopen, a manager, 31 days later",
                            handling ->
                                    handling.reopen(
                                            "again",
                                            MANAGER,
                                            NOW.plus(Duration.ofDays(31)),
                                            THIRTY_DAYS)),
                    entry(
                            "unreachable, second attempt",
                            handling ->
                                    handling.hear(
                                            said(1, Satisfaction.Outcome.UNREACHABLE, 2),
                                            AGENT,
                                            NOW,
                                            THIRTY_DAYS)),
                    entry(
                            "unreachable, third attempt",
                            handling ->
                                    handling.hear(
                                            said(1, Satisfaction.Outcome.UNREACHABLE, 3),
                                            AGENT,
                                            NOW,
                                            THIRTY_DAYS)),
                    entry(
                            "satisfied, of the next round",
                            handling ->
                                    handling.hear(
                                            said(2, Satisfaction.Outcome.SATISFIED, 1),
                                            AGENT,
                                            NOW,
                                            THIRTY_DAYS)),
                    entry(
                            "satisfied, of a round far ahead",
                            handling ->
                                    handling.hear(
                                            said(9, Satisfaction.Outcome.SATISFIED, 1),
                                            AGENT,
                                            NOW,
                                            THIRTY_DAYS)),
                    entry(
                            "answer a complaint",
                            handling -> handling.answer("so it is", null, CHEN, NOW)),
                    entry(
                            "answer an inquiry",
                            handling -> {
                                handling.assess(INQUIRY, RULE, NOW);
                                return handling.answer("so it is", null, CHEN, NOW);
                            }),
                    entry(
                            "answer an inquiry, somebody else",
                            handling -> {
                                handling.assess(INQUIRY, RULE, NOW);
                                return handling.answer("so it is", null, OTHER, NOW);
                            }),
                    entry(
                            "answer an inquiry as if it was a suggestion",
                            handling -> {
                                handling.assess(INQUIRY, RULE, NOW);
                                return handling.answer("so it is", true, CHEN, NOW);
                            }),
                    entry(
                            "answer a suggestion",
                            handling -> {
                                handling.assess(SUGGESTION, RULE, NOW);
                                return handling.answer("from May on", true, CHEN, NOW);
                            }),
                    entry(
                            "answer a suggestion, not saying what becomes of it",
                            handling -> {
                                handling.assess(SUGGESTION, RULE, NOW);
                                return handling.answer("thank you", null, CHEN, NOW);
                            }),
                    entry(
                            "propose NOT_AGREED",
                            handling -> handling.proposeNotAgreed("why", false, 2, CHEN, NOW)),
                    entry(
                            "propose NOT_AGREED, the demand is contrary to the rules",
                            handling -> handling.proposeNotAgreed("why", true, 2, CHEN, NOW)),
                    entry(
                            "propose NOT_AGREED, in a late enough round",
                            handling -> handling.proposeNotAgreed("why", false, 1, CHEN, NOW)),
                    entry(
                            "propose NOT_AGREED, somebody else",
                            handling -> handling.proposeNotAgreed("why", true, 2, OTHER, NOW)),
                    entry(
                            "approve NOT_AGREED, nothing proposed",
                            handling -> handling.approveNotAgreed("why", MANAGER, NOW)),
                    entry(
                            "approve NOT_AGREED",
                            handling -> {
                                handling.proposeNotAgreed("why", true, 2, CHEN, NOW);
                                return handling.approveNotAgreed("why", MANAGER, NOW);
                            }),
                    entry(
                            "approve NOT_AGREED, who proposed it",
                            handling -> {
                                handling.proposeNotAgreed("why", true, 2, MANAGER, NOW);
                                return handling.approveNotAgreed("why", MANAGER, NOW);
                            }),
                    entry(
                            "approve NOT_AGREED, who handles it",
                            handling -> {
                                handling.proposeNotAgreed("why", true, 2, MANAGER, NOW);
                                handling.handOver(OTHER_MANAGER.person(), "yours", MANAGER, NOW);
                                return handling.approveNotAgreed("why", OTHER_MANAGER, NOW);
                            }),
                    entry(
                            "refuse NOT_AGREED",
                            handling -> {
                                handling.proposeNotAgreed("why", true, 2, CHEN, NOW);
                                return handling.refuseNotAgreed("try more", MANAGER, NOW);
                            }),
                    entry(
                            "refuse NOT_AGREED, nothing proposed",
                            handling -> handling.refuseNotAgreed("try more", MANAGER, NOW)),
                    entry(
                            "ask another unit",
                            handling -> handling.ask(REQUEST, "which receipt?", CHEN, NOW)),
                    entry(
                            "ask another unit, somebody else",
                            handling -> handling.ask(REQUEST, "which receipt?", OTHER, NOW)),
                    entry(
                            "ask a unit that is being asked",
                            handling -> {
                                handling.ask(REQUEST, "which receipt?", CHEN, NOW);
                                return handling.ask(REQUEST, "and which day?", CHEN, NOW);
                            }),
                    entry(
                            "resolve, while another unit is asked",
                            handling -> {
                                handling.ask(REQUEST, "which receipt?", CHEN, NOW);
                                return handling.resolve("refunded", CHEN, NOW);
                            }),
                    entry("the customer asks again", handling -> handling.urge(AGENT, NOW)),
                    entry(
                            "direct from above",
                            handling -> handling.direct(URGED, Step.ISSUED, "today", MANAGER, NOW)),
                    entry("escalate now", sample -> sample.escalate("nobody moves", CHEN, NOW)),
                    entry(
                            "answer a directive",
                            handling -> handling.direct(URGED, Step.ANSWERED, "done", CHEN, NOW)),
                    entry(
                            "answer a directive, somebody else",
                            handling -> handling.direct(URGED, Step.ANSWERED, "done", OTHER, NOW)),
                    entry("propose a plan", handling -> handling.plan("so", true, CHEN, NOW)),
                    entry(
                            "propose a plan, somebody else",
                            handling -> handling.plan("so", true, OTHER, NOW)),
                    entry(
                            "approve a plan, nothing proposed",
                            handling -> handling.approvePlan(MANAGER, NOW)),
                    entry(
                            "approve a plan",
                            handling -> {
                                handling.plan("so", true, CHEN, NOW);
                                return handling.approvePlan(MANAGER, NOW);
                            }),
                    entry(
                            "approve a plan, who proposed it",
                            handling -> {
                                handling.plan("so", true, MANAGER, NOW);
                                return handling.approvePlan(MANAGER, NOW);
                            }),
                    entry(
                            "approve a plan, who handles it",
                            handling -> {
                                handling.plan("so", true, MANAGER, NOW);
                                return handling.approvePlan(CHEN, NOW);
                            }),
                    entry(
                            "refuse a plan",
                            handling -> {
                                handling.plan("so", true, CHEN, NOW);
                                return handling.refusePlan("not so", MANAGER, NOW);
                            }),
                    entry(
                            "resolve, a plan is asked for and missing",
                            handling ->
                                    handling.withoutPlan(true)
                                            .orElseGet(
                                                    () -> handling.resolve("refunded", CHEN, NOW))),
                    entry(
                            "resolve, a plan waits",
                            handling -> {
                                handling.plan("so", true, CHEN, NOW);
                                return handling.withoutPlan(false)
                                        .orElseGet(() -> handling.resolve("refunded", CHEN, NOW));
                            }),
                    entry(
                            "resolve, the plan is approved",
                            handling -> {
                                handling.plan("so", true, CHEN, NOW);
                                handling.approvePlan(MANAGER, NOW);
                                return handling.withoutPlan(true)
                                        .orElseGet(() -> handling.resolve("refunded", CHEN, NOW));
                            }),
                    entry("find", handling -> handling.find("FINDING", "a pin", OTHER, NOW)),
                    entry(
                            "ask for information",
                            handling -> handling.inquire("INFORMATION_REQUESTED", CHEN, NOW)),
                    entry(
                            "ask for information, somebody else",
                            handling -> handling.inquire("INFORMATION_REQUESTED", OTHER, NOW)),
                    entry(
                            "verify",
                            handling -> handling.verify(found(Demand.PARTLY), "seen", CHEN, NOW)),
                    entry(
                            "verify, somebody else",
                            handling -> handling.verify(found(Demand.PARTLY), "seen", OTHER, NOW)),
                    entry(
                            "propose NOT_AGREED, the demand was found contrary to the rules",
                            handling -> {
                                handling.verify(found(Demand.CONTRARY_TO_RULES), "seen", CHEN, NOW);
                                return handling.proposeNotAgreed("why", false, 2, CHEN, NOW);
                            }),
                    entry(
                            "propose NOT_AGREED as contrary, the demand was found justified",
                            handling -> {
                                handling.verify(found(Demand.JUSTIFIED), "seen", CHEN, NOW);
                                return handling.proposeNotAgreed("why", true, 2, CHEN, NOW);
                            }),
                    entry(
                            "duplicate",
                            handling -> handling.duplicate(FIRST, "see there", CHEN, NOW)),
                    entry(
                            "duplicate, somebody else",
                            handling -> handling.duplicate(FIRST, "see there", OTHER, NOW)),
                    entry("withdraw", handling -> handling.withdraw("settled", AGENT, NOW)));

    private static Verdict found(Demand demand) {
        return new Verdict(Verdict.Truth.VERIFIED, demand, Verdict.Liability.OURS);
    }

    private static Function<Handling, Outcome> promise(Instant dueAt, Hand hand) {
        return handling -> handling.promise(Milestone.RESOLUTION, dueAt, "a spare part", hand, NOW);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void the_cell_holds(Cell cell) {
        Handling handling = in(cell.state);
        Status before = handling.status();

        var outcome = COMMANDS.get(cell.command).apply(handling);

        assertThat(described(outcome, handling)).isEqualTo(cell.expected);
        if (!cell.expected.startsWith("→")) {
            assertThat(handling.status()).isEqualTo(before);
        }
    }

    @Test
    void the_table_has_every_cell() {
        assertThat(cells())
                .hasSize(State.values().length * COMMANDS.size())
                .doesNotHaveDuplicates();
    }

    private record Cell(State state, String command, String expected) {
        @Override
        public String toString() {
            return state + " " + command + " " + expected;
        }
    }

    private static Stream<Cell> cells() {
        List<String[]> rows = table();
        String[] states = rows.getFirst();
        return rows.stream()
                .skip(2)
                .flatMap(row ->
                        IntStream.range(1, row.length)
                                .mapToObj(column ->
                                        new Cell(state(states[column]), row[0], row[column])));
    }

    private static State state(String heading) {
        return State.valueOf(heading.replace(" as ", "_"));
    }

    private static List<String[]> table() {
        try {
            return Files.readString(Path.of("README.md"))
                    .replaceAll("(?s)^.*?\n## State table|\n## .*$", "")
                    .lines()
                    .filter(line -> line.startsWith("|"))
                    .map(StateTableTest::fields)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] fields(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toArray(String[]::new);
    }

    private static String described(Outcome outcome, Handling handling) {
        return switch (outcome) {
            case Outcome.Done _ -> "→ " + handling.status();
            case Outcome.Unchanged _ -> "=";
            case Outcome.Premature _ -> "…";
            case Outcome.Implausible _ -> "✗ Implausible";
            case Outcome.Refused refused -> "✗ " + refused.getClass().getSimpleName();
        };
    }

    private static Assessment judgedAs(CaseClass caseClass) {
        return Sample.assessment(2, Severity.MEDIUM, "hq/logistics", caseClass);
    }

    private static Handling in(State state) {
        Handling handling = Sample.registered();
        if (state != State.NEW) {
            handling.assess(medium(), RULE, NOW);
        }
        if (state.compareTo(State.IN_PROGRESS) >= 0) {
            handling.accept(CHEN, NOW);
        }
        if (RESOLVED_BEFORE.contains(state)) {
            handling.resolve("refunded", CHEN, NOW);
        }
        switch (state) {
            case CLOSED_SATISFIED ->
                    handling.hear(
                            said(1, Satisfaction.Outcome.SATISFIED, 1), AGENT, NOW, THIRTY_DAYS);
            case CLOSED_UNREACHABLE ->
                    handling.hear(
                            said(1, Satisfaction.Outcome.UNREACHABLE, 3), AGENT, NOW, THIRTY_DAYS);
            case CLOSED_WITHDRAWN -> handling.withdraw("settled", AGENT, NOW);
            case CLOSED_ANSWERED -> {
                handling.assess(INQUIRY, RULE, NOW);
                handling.answer("so it is", null, CHEN, NOW);
            }
            case CLOSED_NOT_AGREED -> {
                handling.proposeNotAgreed("why", true, 2, CHEN, NOW);
                handling.approveNotAgreed("why", MANAGER, NOW);
            }
            case CLOSED_DUPLICATE -> handling.duplicate(FIRST, "see there", CHEN, NOW);
            case NEW, ASSIGNED, IN_PROGRESS, RESOLVED -> {}
        }
        return handling;
    }
}
