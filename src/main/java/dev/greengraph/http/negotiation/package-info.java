/**
 * In which form a response is sent: its media type and its content coding. Entry class:
 * {@link dev.greengraph.http.negotiation.MediaType}.
 */
@NullMarked
package dev.greengraph.http.negotiation;

import org.jspecify.annotations.NullMarked;
