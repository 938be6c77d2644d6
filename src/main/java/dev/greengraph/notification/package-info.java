/**
 * What the upstream tells by itself, taken over into what is held and told to subscribers. Entry class: {@link
 * dev.greengraph.notification.Notifications}.
 */
@NullMarked
package dev.greengraph.notification;

import org.jspecify.annotations.NullMarked;
