package org.redress.local.demo;

/** Everybody whom a case meets, and the BI team that watches. */
record People(Agent agent, Officer officer, Handler handler, Managers managers, FactWatch facts) {}
