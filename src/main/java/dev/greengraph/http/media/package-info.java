/**
 * Serves the files of messages and statuses: who may have them, and how they are sent. Entry class: {@link
 * dev.greengraph.http.media.MediaRoute}.
 */
@NullMarked
package dev.greengraph.http.media;

import org.jspecify.annotations.NullMarked;
