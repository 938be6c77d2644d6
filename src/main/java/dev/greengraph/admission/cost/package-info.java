/**
 * What an operation could cost with the variables of one request: upstream calls and values of the answer, estimated
 * before it runs. Entry class: {@link dev.greengraph.admission.cost.CostEstimator}.
 */
@NullMarked
package dev.greengraph.admission.cost;

import org.jspecify.annotations.NullMarked;
