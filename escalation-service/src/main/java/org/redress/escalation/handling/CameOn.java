package org.redress.escalation.handling;

import org.redress.escalation.cases.CaseId;

/** A case has come on, and something that was said of it has waited for that. */
public record CameOn(CaseId customerCase) {}
