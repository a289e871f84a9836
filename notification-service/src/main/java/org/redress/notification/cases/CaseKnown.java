package org.redress.notification.cases;

import java.util.UUID;

/** A case was heard of for the first time, in this transaction. */
public record CaseKnown(
        UUID caseId, String caseNumber, int round, String customerId, Origin origin) {}
