package dev.greengraph.startup;

import dev.greengraph.admission.document.DocumentLimits;
import dev.greengraph.admission.stored.PersistedQueriesConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Stops the start for a limit that is out of range. */
@ApplicationScoped
class AdmissionChecks {

    private static final String LIMITS = "greengraph.limits.";

    private final DocumentLimits limits;
    private final PersistedQueriesConfig persisted;

    AdmissionChecks(DocumentLimits limits, PersistedQueriesConfig persisted) {
        this.limits = limits;
        this.persisted = persisted;
    }

    void check(@Observes StartupEvent start) {
        checkRanges();
    }

    /** Checks ranges, which a type does not express; fails with a message that names the setting and what it must be. */
    void checkRanges() {
        SettingRange.atLeast(LIMITS + "query-characters", limits.queryCharacters(), 1);
        SettingRange.atLeast(LIMITS + "tokens", limits.tokens(), 1);
        SettingRange.atLeast(LIMITS + "fragments", limits.fragments(), 0);
        SettingRange.atLeast(LIMITS + "fragment-spreads", limits.fragmentSpreads(), 0);
        SettingRange.atLeast(LIMITS + "directives", limits.directives(), 0);
        SettingRange.atLeast(LIMITS + "depth", limits.depth(), 1);
        SettingRange.atLeast(LIMITS + "aliases", limits.aliases(), 0);
        SettingRange.atLeast(LIMITS + "root-fields", limits.rootFields(), 1);
        SettingRange.atLeast(LIMITS + "expanded-fields", limits.expandedFields(), 1);
        SettingRange.atLeast(LIMITS + "upstream-calls", limits.upstreamCalls(), 0);
        SettingRange.atLeast(LIMITS + "answer-values", limits.answerValues(), 1);
        SettingRange.atLeast(LIMITS + "variable-depth", limits.variableDepth(), 0);
        SettingRange.atLeast(LIMITS + "answer-body", limits.answerBody().asLongValue(), 1);
        SettingRange.atLeast(LIMITS + "document-memory", limits.documentMemory().asLongValue(), 0);
        SettingRange.atLeast(
                "greengraph.persisted-queries.max-memory", persisted.maxMemory().asLongValue(), 0);
    }
}
