package dev.greengraph.layoutfixture.journal.budget;

import jakarta.inject.Inject;

public class InjectedBudget {
    @Inject
    Object injected;
}
