package org.redress.escalation.cases;

/** A case as it stands now, for those who time it or reach people about it. */
public record CaseFacts(CaseRef ref, int round, Tier tier, UnitPath unit, Assessment assessment) {}
