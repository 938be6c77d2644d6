/**
 * Notifications of accounts without a public address: they are read from the account's queue at the upstream, and deleted there
 * once they are taken. Entry class: {@link dev.greengraph.notification.queue.NotificationQueues}.
 */
@NullMarked
package dev.greengraph.notification.queue;

import org.jspecify.annotations.NullMarked;
