/**
 * Checks that run before anything of a request is read: host (DNS rebinding), origin (CORS, CSRF), method, request id, and
 * timers for slow peers. Entry classes: {@link dev.greengraph.http.guard.EdgeGuards}, {@link dev.greengraph.http.guard.SlowPeers}.
 */
@NullMarked
package dev.greengraph.http.guard;

import org.jspecify.annotations.NullMarked;
