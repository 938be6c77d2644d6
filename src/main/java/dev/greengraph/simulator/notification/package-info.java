/**
 * What the simulated accounts tell by themselves: what happens in their worlds as notifications, in a queue that is read, or
 * pushed to an address.
 *
 * <p>Entry class: {@link dev.greengraph.simulator.notification.Mailboxes}.
 */
@NullMarked
package dev.greengraph.simulator.notification;

import org.jspecify.annotations.NullMarked;
