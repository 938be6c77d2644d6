/**
 * The packaged gateway on the wall clock: what a query costs beside a plain resource, what remains of the throughput past
 * saturation, and what a flood of questions does to a small heap. See {@code docs/performance.md}.
 *
 * <p>No part of the product and no test: the profile {@code bench-http} compiles and packages it, apart from the product.
 */
package dev.greengraph.bench.http;
