/**
 * The adapter of cache and gate to Quarkus: clock, timers, request context, clients, and one repository per account. Entry
 * class: {@link dev.greengraph.runtime.AccountRepositories}.
 */
@NullMarked
package dev.greengraph.runtime;

import org.jspecify.annotations.NullMarked;
