package org.redress.triage.levels;

/** What kind of thing a customer brings (TR-01). Not a scale, but an emergency stays one. */
public enum CaseClass {
    /** 咨询: something is asked. */
    INQUIRY,
    /** 投诉: something is complained about. */
    COMPLAINT,
    /** 建议: something is proposed. */
    SUGGESTION,
    /** 突发事件: people are hurt or in danger. */
    EMERGENCY
}
