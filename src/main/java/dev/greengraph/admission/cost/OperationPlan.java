package dev.greengraph.admission.cost;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an operation reads, as far as its text and variables tell.
 *
 * @param ofAccount what it reads of the account of that name; without a name, of the default one
 * @param ofEach what it reads of each account that the caller may read
 * @param otherCalls calls of single fields, such as histories, with nothing held
 */
public record OperationPlan(
        Map<Optional<String>, List<PlannedRead>> ofAccount, List<PlannedRead> ofEach, long otherCalls) {}
