/**
 * What a document may cost, decided before it is validated or executed: limits, planned upstream calls, persisted and
 * trusted documents. It knows names and shapes of fields, not what they hold. Entry class:
 * {@link dev.greengraph.admission.Admission}.
 */
@NullMarked
package dev.greengraph.admission;

import org.jspecify.annotations.NullMarked;
