/**
 * What the upstream says about statuses that the account sent. Entry class: {@link
 * dev.greengraph.upstream.row.status.OutgoingStatusRow}.
 */
@NullMarked
package dev.greengraph.upstream.row.status;

import org.jspecify.annotations.NullMarked;
