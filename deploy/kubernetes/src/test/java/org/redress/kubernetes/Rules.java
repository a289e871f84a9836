package org.redress.kubernetes;

import java.util.List;

/** All that has to hold. */
final class Rules {

    private static final List<Rule> ALL =
            List.of(
                    new StrictReading(),
                    new PodsAreRestricted(),
                    new SettingsAreTold(),
                    WhatIsNamedExists.with(Manifests.of("overlays/production")),
                    new AddressesLead(),
                    new TheBrokerIsTheContracts(),
                    new OnlyWhatIsAllowedTravels(),
                    new ThereIsRoom());

    private Rules() {}

    static List<String> faults(Manifests manifests) {
        return ALL.stream().flatMap(rule -> rule.faults(manifests).stream()).toList();
    }
}
