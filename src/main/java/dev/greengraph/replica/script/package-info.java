/**
 * What the server of Redis runs for replicas, each script as one step. Entry class: {@link
 * dev.greengraph.replica.script.RedisScript}.
 */
@NullMarked
package dev.greengraph.replica.script;

import org.jspecify.annotations.NullMarked;
