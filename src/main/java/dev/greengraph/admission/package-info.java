/**
 * Whether a request may be validated and executed: the entry of its sub-packages. {@code stored} finds the document,
 * {@code document} measures it, {@code cost} estimates its operation. Also sets up the engine, which executes what
 * was admitted. It knows names and shapes of fields, not what they hold. Entry classes: {@link dev.greengraph.admission.Admission}
 * and {@link dev.greengraph.admission.Engine}.
 */
@NullMarked
package dev.greengraph.admission;

import org.jspecify.annotations.NullMarked;
