package org.redress.local.demo;

/** Everybody whom a case meets, and the BI team that watches. */
record People(Agent agent, Handler handler, Managers managers, FactWatch facts) {}
