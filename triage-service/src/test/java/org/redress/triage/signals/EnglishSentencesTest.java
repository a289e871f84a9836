package org.redress.triage.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.triage.signals.Sighting.Standing;

class EnglishSentencesTest {

    private static final TextSignals TEXTS = new TextSignals();

    @ParameterizedTest(name = "{1} {0}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    INJURY         | STATED | My daughter burned her hand on the kettle
                    INJURY         | STATED | He was rushed to the hospital
                    INJURY         | STATED | It is not true that nobody was hurt
                    INJURY         | STATED | Nobody helped the injured man
                    INJURY         | DENIED | Nobody was hurt
                    INJURY         | DENIED | No one was injured
                    INJURY         | DENIED | Fortunately, none of us got hurt
                    INJURY         | DENIED | Nobody in the store was hurt
                    INJURY         | DENIED | It broke without any injuries
                    INJURY         | DENIED | There were no deaths or injuries
                    INJURY         | DENIED | I wasn't injured
                    INJURY         | FEARED | Somebody could get hurt
                    INJURY         | FEARED | I do not know if anyone was injured
                    INJURY         | FEARED | My son was almost injured
                    INJURY         | PAST   | I was injured years ago
                    INJURY         | PAST   | I was injured in 1998
                    INJURY         | PAST   | I was injured back in 2009
                    INJURY         | PAST   | My mother was injured in 2017 by one of your kettles
                    INJURY         | PAST   | I was injured in the past
                    INJURY         | PAST   | Back in the day we got hurt by your toaster
                    INJURY         | STATED | I was injured in 19 places
                    INJURY         | STATED | I was injured in 200 places
                    INJURY         | STATED | Somebody was hurt in 20199 shops
                    INJURY         | STATED | Two people were injured in the past hour
                    INJURY         | STATED | He was injured again today as he was years ago
                    FIRE           | STATED | The kettle caught fire in 19 minutes
                    FIRE           | STATED | The oven caught fire in 201 seconds
                    FIRE           | STATED | I came back in ten minutes and the kettle was burning
                    FIRE           | STATED | It caught fire twice in the past 3 days
                    FIRE           | PAST   | One of them caught fire in 2005
                    DEATH          | STATED | A worker was killed when the crane collapsed
                    DEATH          | DENIED | There were no deaths or injuries
                    FIRE           | STATED | The power bank caught fire on the train
                    FIRE           | STATED | The charger burst into flames
                    FIRE           | STATED | Nobody was hurt, but the phone caught fire
                    FIRE           | STATED | They did nothing about the fire
                    FIRE           | DENIED | It did not catch fire
                    FIRE           | DENIED | It didn't catch fire
                    FIRE           | FEARED | I'm afraid the charger could catch fire
                    FIRE           | FEARED | What if it catches fire at night
                    EXPLOSION      | STATED | The battery exploded in my pocket
                    EXPLOSION      | FEARED | The bottle might explode
                    ELECTRIC_SHOCK | STATED | I got an electric shock from the washing machine
                    ELECTRIC_SHOCK | STATED | It shocked me when I touched the socket
                    POISONING      | STATED | Three of us have food poisoning
                    POISONING      | STATED | We all got very sick after eating your salad
                    DANGER         | STATED | We can smell gas in the kitchen
                    DANGER         | STATED | The brakes failed on the motorway
                    DANGER         | STATED | Two people are trapped in the elevator
                    DANGER         | STATED | The ceiling collapsed over the checkout
                    VIOLENCE       | STATED | Your guard punched me
                    VIOLENCE       | STATED | The driver threatened to kill us
                    LAWSUIT        | FEARED | If you do not refund me I will sue you
                    """)
    void a_sentence_states_fears_or_denies(Signal signal, Standing standing, String sentence) {
        assertThat(standings(signal, sentence)).contains(standing);
    }

    @ParameterizedTest(name = "{0} is not in: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    FIRE            | I bought it in the fire sale
                    FIRE            | You should be fired
                    FIRE            | My Fire TV does not start
                    EXPLOSION       | My phone is blowing up with your texts
                    EXPLOSION       | She blew up at me
                    DEATH           | The battery died after a day
                    DEATH           | The line went dead
                    DEATH           | The deadline has passed
                    DEATH           | The wait is killing me
                    DEATH           | My husband passed away and I want to close his account
                    INJURY          | This hurt my credit score
                    ELECTRIC_SHOCK  | I was shocked at the price
                    DANGER          | The exchange collapsed and my money with it
                    DANGER          | The fees are out of control
                    RISK            | I recall that you promised a refund
                    VIOLENCE        | You hit me with a fee
                    LAWSUIT         | I called the attorney general hotline
                    """)
    void a_false_friend_is_no_signal(Signal signal, String sentence) {
        assertThat(standings(signal, sentence)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    SELF_HARM_THREAT | I want to end my life because of this debt
                    VIOLENCE_THREAT  | I will kill you all
                    MEDIA            | I will post it on TikTok
                    REGULATOR        | I filed a complaint with the CFPB
                    GROUP            | Dozens of customers have the same problem
                    REPEATED_CONTACT | I have called five times
                    COMPENSATION     | I demand compensation
                    FRAUD            | Someone used my card, I did not authorize it
                    PRIVACY_LEAK     | You leaked my personal data
                    RUDE_STAFF       | The clerk was very rude and yelled at me
                    DELIVERY_DELAY   | My parcel never arrived
                    BILLING          | I was charged twice
                    NOISE            | The music is too loud
                    REFUND           | I want my money back
                    FOOD_SAFETY      | I found a cockroach in my soup
                    PRODUCT_DEFECT   | The blender stopped working
                    AFTER_SALES      | It is still under warranty
                    QUESTION         | How do I replace the filter?
                    SUGGESTION       | I suggest that you add a ramp
                    GRIEVANCE        | This is unacceptable
                    """)
    void a_sentence_speaks_of_it(Signal signal, String sentence) {
        assertThat(TEXTS.read("", sentence).signals()).containsKey(signal);
    }

    @Test
    void a_match_keeps_the_very_words() {
        assertThat(TEXTS.read("", "The chargers CAUGHT fire!").signals())
                .containsEntry(Signal.FIRE, List.of("CAUGHT fire"));
    }

    @Test
    void both_languages_are_read_in_one_text() {
        assertThat(TEXTS.read("", "客户说 the kettle caught fire, 孩子烫伤了").signals())
                .containsKeys(Signal.FIRE, Signal.INJURY);
    }

    private static List<Standing> standings(Signal signal, String sentence) {
        return TEXTS.read("", sentence).sightings().stream()
                .filter(sighting -> sighting.signal() == signal)
                .map(Sighting::standing)
                .toList();
    }
}
