/**
 * Stable addresses for the files of messages and statuses: their names and signatures, and the settings of files. Entry class: {@link
 * dev.greengraph.media.address.FileUrls}.
 */
@NullMarked
package dev.greengraph.media.address;

import org.jspecify.annotations.NullMarked;
