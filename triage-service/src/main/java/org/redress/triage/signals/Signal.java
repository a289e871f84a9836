package org.redress.triage.signals;

import static org.redress.triage.signals.Signal.Aspect.ALARM;
import static org.redress.triage.signals.Signal.Aspect.HARM;
import static org.redress.triage.signals.Signal.Aspect.INTENT;
import static org.redress.triage.signals.Signal.Aspect.TOPIC;

import java.util.Arrays;
import java.util.Optional;

/**
 * Something that the words of a case tell triage (TR-08, TR-19); the lexicon holds the words. Of
 * two topics or intents that the words speak of alike, the one named first here leads.
 */
public enum Signal {
    /** Somebody lost their life. */
    DEATH(HARM),
    /** Somebody was hurt or fell ill. */
    INJURY(HARM),
    /** Something burns or burned. */
    FIRE(HARM),
    /** Something exploded. */
    EXPLOSION(HARM),
    /** Somebody got an electric shock, or a live part is exposed. */
    ELECTRIC_SHOCK(HARM),
    /** Somebody was poisoned, by food or otherwise. */
    POISONING(HARM),
    /** Somebody was attacked. */
    VIOLENCE(HARM),
    /**
     * An acute danger that is there now: a gas leak, a falling lift, a collapse, trapped people.
     */
    DANGER(HARM),
    /** A hazard, or harm that is only feared. */
    RISK(ALARM),
    /** A thing that is bought: an appliance, a vehicle, a toy. */
    PRODUCT(ALARM),
    /** Somebody announces or considers to harm themselves. */
    SELF_HARM_THREAT(ALARM),
    /** Somebody announces violence against people. */
    VIOLENCE_THREAT(ALARM),
    /** The customer disturbs the order of the place: blocks doors, smashes, puts up banners. */
    DISRUPTION(ALARM),
    /** Abusive language. */
    ABUSE(ALARM),
    /** Press, television, or going viral. */
    MEDIA(ALARM),
    /** Court, lawyer, legal action. */
    LAWSUIT(ALARM),
    /** A supervising authority or a consumer association has it, or will. */
    REGULATOR(ALARM),
    /** Many people are concerned. */
    GROUP(ALARM),
    /** The customer comes back with the same matter. */
    REPEATED_CONTACT(ALARM),
    /** Damages are claimed. */
    COMPENSATION(ALARM),
    /** The customer says that somebody responsible looks away or shifts the matter on. */
    IGNORED(ALARM),

    /** Spoiled, contaminated or expired food. */
    FOOD_SAFETY(TOPIC),
    /** Deceit, unauthorised transactions, stolen identity. */
    FRAUD(TOPIC),
    /** An account is blocked, closed, opened or not reached. */
    ACCOUNT(TOPIC),
    /** Personal data leaked or misused. */
    PRIVACY_LEAK(TOPIC),
    /** A thing doesn't work or is badly made. */
    PRODUCT_DEFECT(TOPIC),
    /** Money back is wanted. */
    REFUND(TOPIC),
    /** Repair, warranty, return, replacement. */
    AFTER_SALES(TOPIC),
    /** Staff were rude, corrupt or broke rules. */
    RUDE_STAFF(TOPIC),
    /** Slow, unreachable, unhelpful service. */
    POOR_SERVICE(TOPIC),
    /** Late or missing delivery or handover. */
    DELIVERY_DELAY(TOPIC),
    /** Prices, fees, charges, credit reports and accounts. */
    BILLING(TOPIC),
    /** Noise, dust, smell, pollution, garbage. */
    NOISE(TOPIC),
    /** Lifts, lights, roads, water and power, buildings and their surroundings. */
    FACILITY(TOPIC),
    /** Schools, transport, permits, social insurance, land and other matters of public bodies. */
    PUBLIC_SERVICE(TOPIC),

    /** Something is complained about. */
    GRIEVANCE(INTENT),
    /** Something is proposed. */
    SUGGESTION(INTENT),
    /** Something is asked. */
    QUESTION(INTENT),
    /** Somebody is thanked or praised. */
    PRAISE(INTENT);

    /** What a signal is good for. */
    enum Aspect {
        /** Harm to people: it weighs only {@link #RISK} when feared. */
        HARM,
        /** Raises attention. */
        ALARM,
        /** Tells what the case is about; may raise attention as well. */
        TOPIC,
        /** Tells what the customer wants to do. */
        INTENT
    }

    private final Aspect aspect;

    Signal(Aspect aspect) {
        this.aspect = aspect;
    }

    /** The signal of that name, if there is one. */
    public static Optional<Signal> named(String name) {
        return Arrays.stream(values()).filter(signal -> signal.name().equals(name)).findFirst();
    }

    /** "You do not refund" speaks of a refund all the same; "nobody was hurt" of no injury. */
    boolean canBeDenied() {
        return aspect == Aspect.HARM || aspect == Aspect.ALARM;
    }

    boolean is(Aspect asked) {
        return aspect == asked;
    }
}
