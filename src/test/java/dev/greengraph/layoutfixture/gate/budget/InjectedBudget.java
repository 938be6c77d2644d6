package dev.greengraph.layoutfixture.gate.budget;

import jakarta.inject.Inject;

public class InjectedBudget {
    @Inject
    Object injected;
}
