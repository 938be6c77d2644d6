/**
 * What a field costs, declared at its resolver; what follows from it is admission's business. Entry class:
 * {@link dev.greengraph.graphql.cost.Cost}.
 */
@NullMarked
package dev.greengraph.graphql.cost;

import org.jspecify.annotations.NullMarked;
