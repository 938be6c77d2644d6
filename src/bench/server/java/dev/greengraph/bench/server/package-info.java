/**
 * What the gateway is compared with, in its own process: a plain REST resource. Only the profile {@code bench-http} compiles
 * it. Entry class: {@link dev.greengraph.bench.server.PlainResource}.
 */
@NullMarked
package dev.greengraph.bench.server;

import org.jspecify.annotations.NullMarked;
