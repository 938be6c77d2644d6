/**
 * The schema as callers see it, as text and by introspection: a copy of the one that is executed, in an order to read and with
 * what a caller should know of its fields. Nothing here is executed. Entry class:
 * {@link dev.greengraph.admission.contract.PublishedSchema}.
 */
@NullMarked
package dev.greengraph.admission.contract;

import org.jspecify.annotations.NullMarked;
