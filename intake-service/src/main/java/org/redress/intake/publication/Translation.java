package org.redress.intake.publication;

import org.jspecify.annotations.Nullable;
import org.redress.intake.cases.Call;
import org.redress.intake.cases.CaseEvent;
import org.redress.intake.cases.Correction;
import org.redress.intake.cases.CustomerCase;
import org.redress.intake.cases.Report;
import org.redress.intake.customers.Customer;
import org.redress.intake.publication.PublishedCaseEvent.Common;
import org.redress.intake.publication.PublishedCaseEvent.PublishedCall;

/** From what happened here to what is published of it. */
final class Translation {

    private Translation() {}

    static PublishedCaseEvent of(CaseEvent event) {
        Common common = Common.of(event);
        return switch (event) {
            case CaseEvent.Registered(CustomerCase newCase, var _, Customer customer) ->
                    registered(common, newCase, customer);
            case CaseEvent.Corrected it -> corrected(common, it.correction(), it.reason());
            case CaseEvent.ContactLogged it ->
                    new PublishedCaseEvent.ContactLogged(
                            common,
                            it.contact().direction(),
                            it.contact().channel(),
                            it.contact().note(),
                            it.contact().reason());
            case CaseEvent.SatisfactionRecorded it ->
                    new PublishedCaseEvent.SatisfactionRecorded(
                            common, it.outcome(), it.attempt(), it.note());
            case CaseEvent.Withdrawn it -> new PublishedCaseEvent.Withdrawn(common, it.reason());
        };
    }

    private static PublishedCaseEvent registered(
            Common common, CustomerCase newCase, Customer customer) {
        Report report = newCase.report();
        return new PublishedCaseEvent.Registered(
                common,
                newCase.channel(),
                report.channelRef(),
                published(report.cti()),
                customer.id(),
                customer.tier(),
                customer.language(),
                report.receivedAt(),
                report.subject(),
                report.description(),
                report.incident(),
                report.product(),
                report.preliminaryCause(),
                report.desiredRemedy(),
                report.flags(),
                newCase.timetable().promises());
    }

    private static PublishedCaseEvent corrected(
            Common common, Correction correction, String reason) {
        return new PublishedCaseEvent.Corrected(
                common,
                correction.subject(),
                correction.description(),
                correction.flags(),
                correction.product(),
                correction.incident(),
                reason);
    }

    private static @Nullable PublishedCall published(@Nullable Call call) {
        return call == null
                ? null
                : new PublishedCall(
                        call.callId(), call.agentId(), call.queueSeconds(), call.recordingUrl());
    }
}
