package org.redress.triage.rules;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.redress.triage.cases.CaseFacts;
import org.redress.triage.cases.Channel;
import org.redress.triage.cases.CustomerTier;
import org.redress.triage.cases.Flags;
import org.redress.triage.cases.Unit;
import org.redress.triage.levels.CaseClass;
import org.redress.triage.levels.Category;
import org.redress.triage.levels.ConductLevel;
import org.redress.triage.levels.Priority;
import org.redress.triage.levels.ResponseLevel;
import org.redress.triage.levels.Severity;
import org.redress.triage.levels.Tier;
import org.redress.triage.signals.Reading;
import org.redress.triage.signals.Signal;
import org.redress.triage.signals.TextSignals;

/**
 * Finds what a case is: reads its words and runs the tables over words, fields and flags. It always
 * comes to a finding: whatever reading and judging fail on, a case must not be lost to it.
 */
@ApplicationScoped
public class Rulebook {

    private static final Logger LOG = Logger.getLogger(Rulebook.class);
    private static final List<String> ALL = List.of("category", "gravity", "routing");
    private static final List<String> ROUTING = List.of("routing");

    private static final CaseFacts WARM_UP =
            new CaseFacts(
                    Unit.TOP,
                    Channel.WEB_PORTAL,
                    CustomerTier.STANDARD,
                    "热身 warming up",
                    "没有人受伤。 Nobody was hurt.",
                    Flags.NONE,
                    null);

    private final TextSignals texts;
    private final DecisionTables tables;
    private final TriageSettings settings;
    private final Attempts attempts;

    Rulebook(TextSignals texts, DecisionTables tables, TriageSettings settings) {
        this.texts = texts;
        this.tables = tables;
        this.settings = settings;
        attempts = new Attempts(settings.judgingBudget());
    }

    /**
     * Loads lexicon and tables with the service, so that a fault in them shows before a case does.
     */
    void onStart(@Observes StartupEvent start) {
        LOG.infof("tables=%s", tables.version());
        var finding = byTables(WARM_UP, read(WARM_UP));
        routed(WARM_UP, finding.judgement());
    }

    /** What the rules make of a case; on the safe side, and for review, where they fail. */
    public Finding find(CaseFacts facts) {
        var reading = attempts.attempt("read", () -> read(facts));
        return reading.flatMap(words -> attempts.attempt("judge", () -> byTables(facts, words)))
                .orElseGet(() ->
                        SafeJudgement.of(
                                facts,
                                reading.map(Reading::statesHarm).orElse(false),
                                settings,
                                tables.version()));
    }

    /**
     * Priority, tier, response level and owner that follow for a case whose class, category and
     * severity are given, as when a person corrects them. Empty where the rules fail.
     */
    public Optional<Judgement> route(CaseFacts facts, Judgement given) {
        return attempts.attempt("route", () -> routed(facts, given));
    }

    private Reading read(CaseFacts facts) {
        return texts.read(facts.subject(), facts.description());
    }

    private Finding byTables(CaseFacts facts, Reading reading) {
        var decisions = tables.decide(ALL, input(facts, reading));
        return new Finding(
                judgement(decisions),
                reasons(decisions, reading),
                seen(reading),
                tables.version(),
                review(facts, reading, decisions));
    }

    private Judgement routed(CaseFacts facts, Judgement given) {
        var input = input(facts, read(facts));
        input.put("caseClass", given.caseClass().name());
        input.put("category", given.category().name());
        input.put("severity", given.severity().name());
        input.put("conductLevel", given.conductLevel().name());
        return judgement(tables.decide(ROUTING, input));
    }

    private Map<String, Object> input(CaseFacts facts, Reading reading) {
        var flags = facts.flags();
        var input = new HashMap<String, Object>();
        input.put("unit", facts.unit().path());
        input.put("channel", facts.channel().name());
        input.put("customerTier", facts.customerTier().name());
        input.put("productNamed", facts.namesProduct());
        input.put("injuryOrDanger", flags.injuryOrDanger());
        input.put("majorLoss", isMajorLoss(facts));
        input.put("mediaInvolved", flags.mediaInvolved());
        input.put("regulatorInvolved", flags.regulatorInvolved());
        input.put("crowdSize", flags.crowdSize());
        input.put("conduct", flags.conductLevel().name());
        input.put("signals", reading.signals().keySet().stream().map(Signal::name).toList());
        input.put("topic", reading.topic().map(Signal::name).orElse("NONE"));
        input.put("intent", reading.intent().map(Signal::name).orElse("NONE"));
        return input;
    }

    private boolean isMajorLoss(CaseFacts facts) {
        var loss = facts.flags().propertyLoss();
        return loss != null && settings.isMajor(loss);
    }

    private static Judgement judgement(Decisions decisions) {
        return new Judgement(
                decisions.as(CaseClass.class, "caseClass"),
                decisions.as(Category.class, "category"),
                decisions.as(Severity.class, "severity"),
                decisions.as(ConductLevel.class, "conductLevel"),
                decisions.as(ResponseLevel.class, "responseLevel"),
                decisions.as(Priority.class, "priority"),
                decisions.as(Tier.class, "tier"),
                new Unit(decisions.text("ownerUnit")));
    }

    private static List<Reason> reasons(Decisions decisions, Reading reading) {
        var seen = reading.signals();
        var reasons = new ArrayList<Reason>();
        decisions.fired().forEach(rule -> rule.reason(seen).ifPresent(reasons::add));
        return reasons;
    }

    private static List<SeenSignal> seen(Reading reading) {
        return reading.signals().entrySet().stream()
                .map(entry -> new SeenSignal(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Set<ReviewCause> review(CaseFacts facts, Reading reading, Decisions decisions) {
        var causes = EnumSet.noneOf(ReviewCause.class);
        decisions.fired().forEach(rule -> rule.review().ifPresent(causes::add));
        if (facts.saysNothing()) {
            causes.add(ReviewCause.NO_TEXT);
        }
        boolean flagged = facts.flags().injuryOrDanger();
        if (flagged ? reading.deniesHarm() : reading.statesHarm()) {
            causes.add(ReviewCause.CONFLICT);
        }
        return causes;
    }
}
