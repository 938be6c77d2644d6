/**
 * Statuses that the account sent, and who saw them. Entry class: {@link
 * dev.greengraph.graphql.status.sent.OutgoingStatusApi}.
 */
@NullMarked
package dev.greengraph.graphql.status.sent;

import org.jspecify.annotations.NullMarked;
