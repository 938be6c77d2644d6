/**
 * How few upstream calls the gateway needs, measured over virtual time against a strict upstream. See
 * {@code docs/performance.md}.
 *
 * <p>No part of the product and no test: the profile {@code bench} compiles it. Entry class:
 * {@link dev.greengraph.bench.FrugalityBenchmark}.
 */
package dev.greengraph.bench;
