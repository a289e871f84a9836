package org.redress.triage.levels;

/** What a case is about (TR-02). */
public enum Category {
    PRODUCT_QUALITY,
    PRODUCT_SAFETY,
    FOOD_SAFETY,
    SERVICE_QUALITY,
    STAFF_CONDUCT,
    DELIVERY,
    PRICE_AND_BILLING,
    REFUND,
    AFTER_SALES,
    ACCOUNT_AND_FRAUD,
    PRIVACY,
    FACILITY,
    ENVIRONMENT_NOISE,
    PUBLIC_SERVICE,
    INFORMATION,
    IMPROVEMENT,
    OTHER
}
