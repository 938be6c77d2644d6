package dev.greengraph.admission;

import dev.greengraph.account.Accounts;
import dev.greengraph.admission.cost.OperationPlan;
import dev.greengraph.admission.stored.TrustedDocuments;
import dev.greengraph.admission.stored.TrustedDocumentsConfig;
import dev.greengraph.graphql.error.Refusal;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Says at the start what each of the trusted documents could cost without variables and with nothing held. A pipeline that
 * wrote a manifest may have only that, and the process ends: with 0, or with 1 if the gateway would refuse one of them.
 */
@ApplicationScoped
class TrustedReport {

    private static final Logger LOG = Logger.getLogger(TrustedReport.class);
    /** After the checks of the settings, before anything is warmed up. */
    private static final int AFTER_CHECKS = 9_000;

    private final TrustedDocuments trusted;
    private final TrustedDocumentsConfig config;
    private final Admission admission;
    private final Accounts accounts;

    TrustedReport(TrustedDocuments trusted, TrustedDocumentsConfig config, Admission admission, Accounts accounts) {
        this.trusted = trusted;
        this.config = config;
        this.admission = admission;
        this.accounts = accounts;
    }

    /**
     * What one document could cost.
     *
     * @param isRefused whether that is more than the limits allow
     */
    record Line(String text, boolean isRefused) {}

    void report(@Observes @Priority(AFTER_CHECKS) StartupEvent start) {
        if (config.reportOnly() && !trusted.areRequired()) {
            throw new ConfigurationException(
                    "greengraph.trusted-documents.report-only: must be false without greengraph.trusted-documents.manifest");
        }
        List<Line> lines = lines();
        lines.forEach(line -> LOG.logf(line.isRefused() ? Logger.Level.WARN : Logger.Level.INFO, "%s", line.text()));
        if (config.reportOnly()) {
            Quarkus.asyncExit(lines.stream().anyMatch(Line::isRefused) ? 1 : 0);
        }
    }

    List<Line> lines() {
        return trusted.texts().stream().map(this::line).toList();
    }

    private Line line(String text) {
        String name = "trusted document " + trusted.name(text).orElseThrow();
        JsonObject request = Json.createObjectBuilder().add("query", text).build();
        try {
            Admitted admitted = admission.admit(request, accounts.all().size());
            OperationPlan plan = admission.reads(admitted, accounts.all().size());
            return new Line(name + ": at most " + calls(admitted.plan().calls()) + methods(plan), false);
        } catch (Refusal refused) {
            return new Line(name + ": " + refused.getMessage(), true);
        }
    }

    private static String calls(long calls) {
        return calls == 1 ? "1 upstream call" : calls + " upstream calls";
    }

    private static String methods(OperationPlan plan) {
        String methods = Stream.concat(
                        Stream.concat(plan.ofAccount().values().stream().flatMap(List::stream), plan.ofEach().stream())
                                .map(read -> read.endpoint().method())
                                .distinct(),
                        plan.otherCalls() == 0 ? Stream.empty() : Stream.of(plan.otherCalls() + " for single fields"))
                .collect(Collectors.joining(", "));
        return methods.isEmpty() ? "" : " (" + methods + ")";
    }
}
