package org.redress.triage.assessment;

import org.redress.triage.cases.CaseFacts;
import org.redress.triage.rules.Finding;

/** What a case says, and what the rules make of it. */
public record ReadCase(CaseFacts facts, Finding finding) {}
