/**
 * What can be set of replicas, read and checked at start. Entry class: {@link dev.greengraph.replica.settings.ReplicaSettings}.
 */
@NullMarked
package dev.greengraph.replica.settings;

import org.jspecify.annotations.NullMarked;
