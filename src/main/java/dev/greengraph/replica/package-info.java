/**
 * What the replicas of a deployment share through Redis: answers and the turns to ask for them, budgets, notifications, and
 * what subscribers were told. It implements what cache, gate and live say they need, and is off unless {@code
 * greengraph.replicas.redis} names a server; it decides nothing about freshness.
 *
 * <p>Redis may vanish at any time: then nothing is shared, and nothing fails. Entry classes: {@link
 * dev.greengraph.replica.RedisAnswers}, and {@link dev.greengraph.replica.RedisLink}, which keeps a lost server out of the path.
 */
@NullMarked
package dev.greengraph.replica;

import org.jspecify.annotations.NullMarked;
