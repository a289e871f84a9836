package org.redress.notification.cases;

import java.util.UUID;

/** Triage has spoken of a case, in this transaction. */
public record CaseJudged(UUID caseId) {}
