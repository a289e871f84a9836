package org.redress.escalation.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** Which case, for machines and for people, and whether it is an exercise. */
@Embeddable
public record CaseRef(
        CaseId id,
        @Column(name = "case_number") CaseNumber number,
        @Enumerated(EnumType.STRING) @Column(name = "mode") Mode mode) {}
