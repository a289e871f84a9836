package org.redress.local.demo;

/** Everybody whom a case meets, and the BI team that watches. */
record Cast(Agent agent, Staff staff, FactWatch facts) {}
