package org.redress.triage;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.redress.triage.cases.CaseFacts;
import org.redress.triage.cases.Channel;
import org.redress.triage.cases.CustomerTier;
import org.redress.triage.cases.Flags;
import org.redress.triage.cases.Money;
import org.redress.triage.cases.Product;
import org.redress.triage.cases.Unit;
import org.redress.triage.levels.ConductLevel;

/** A harmless case of a standard customer, changed step by step into what a test needs. */
public record ACase(
        String text,
        Unit unit,
        Channel channel,
        CustomerTier tier,
        boolean danger,
        @Nullable Money loss,
        boolean media,
        boolean regulator,
        int crowd,
        ConductLevel conduct,
        @Nullable Product product) {

    public static ACase saying(String text) {
        return new ACase(
                text,
                Unit.TOP,
                Channel.HOTLINE,
                CustomerTier.STANDARD,
                false,
                null,
                false,
                false,
                0,
                ConductLevel.NONE,
                null);
    }

    public ACase at(String unit) {
        return new ACase(
                text,
                new Unit(unit),
                channel,
                tier,
                danger,
                loss,
                media,
                regulator,
                crowd,
                conduct,
                product);
    }

    public ACase by(Channel way) {
        return new ACase(
                text, unit, way, tier, danger, loss, media, regulator, crowd, conduct, product);
    }

    public ACase of(CustomerTier customer) {
        return new ACase(
                text, unit, channel, customer, danger, loss, media, regulator, crowd, conduct,
                product);
    }

    public ACase withDanger() {
        return new ACase(
                text, unit, channel, tier, true, loss, media, regulator, crowd, conduct, product);
    }

    public ACase withLossOf(String amount, String currency) {
        var money = new Money(new BigDecimal(amount), Currency.getInstance(currency));
        return new ACase(
                text, unit, channel, tier, danger, money, media, regulator, crowd, conduct,
                product);
    }

    public ACase withMedia() {
        return new ACase(
                text, unit, channel, tier, danger, loss, true, regulator, crowd, conduct, product);
    }

    public ACase withRegulator() {
        return new ACase(
                text, unit, channel, tier, danger, loss, media, true, crowd, conduct, product);
    }

    public ACase withCrowdOf(int people) {
        return new ACase(
                text, unit, channel, tier, danger, loss, media, regulator, people, conduct,
                product);
    }

    public ACase behaving(ConductLevel level) {
        return new ACase(
                text, unit, channel, tier, danger, loss, media, regulator, crowd, level, product);
    }

    public ACase about(String model) {
        return new ACase(
                text,
                unit,
                channel,
                tier,
                danger,
                loss,
                media,
                regulator,
                crowd,
                conduct,
                new Product(model, null, null, null));
    }

    public CaseFacts facts() {
        return new CaseFacts(
                unit,
                channel,
                tier,
                "",
                text,
                new Flags(danger, loss, media, regulator, crowd, conduct),
                product);
    }
}
