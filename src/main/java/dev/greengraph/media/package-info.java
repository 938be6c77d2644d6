/**
 * Where the file of a message or a status can be had now, and the way to the storage, which leads to no other host. It knows no GraphQL
 * and writes no HTTP answer. Entry class: {@link dev.greengraph.media.MediaFiles}.
 */
@NullMarked
package dev.greengraph.media;

import org.jspecify.annotations.NullMarked;
