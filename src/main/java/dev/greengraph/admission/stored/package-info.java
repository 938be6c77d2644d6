/**
 * Documents that a request names instead of sending: automatic persisted queries, which callers register, and trusted
 * documents, which the operator allows. Entry classes: {@link dev.greengraph.admission.stored.PersistedQueries} and
 * {@link dev.greengraph.admission.stored.TrustedDocuments}.
 */
@NullMarked
package dev.greengraph.admission.stored;

import org.jspecify.annotations.NullMarked;
