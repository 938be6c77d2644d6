package dev.greengraph.admission;

import dev.greengraph.admission.cost.OperationCost;
import graphql.language.OperationDefinition;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What the operations of one document cost when no variables are given, estimated once if they last. */
final class CostsWithoutVariables {

    /** As many entries as there are operations in the document, times numbers of accounts that callers may read. */
    private final Map<Asked, OperationCost> known = new ConcurrentHashMap<>();

    /** @param operations those that may be meant, compared by identity */
    private record Asked(List<OperationDefinition> operations, int accounts) {}

    OperationCost of(List<OperationDefinition> operations, int accounts, Supplier<OperationCost> estimate) {
        Asked asked = new Asked(operations, accounts);
        OperationCost held = known.get(asked);
        if (held != null) {
            return held;
        }
        OperationCost made = estimate.get();
        if (made.isLasting()) {
            known.put(asked, made);
        }
        return made;
    }
}
