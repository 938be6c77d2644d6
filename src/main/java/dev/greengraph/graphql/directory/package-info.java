/**
 * What is known of chats apart from their messages: the list of all of them, names, pictures. Entry class: {@link
 * dev.greengraph.graphql.directory.DirectoryApi}.
 */
@NullMarked
package dev.greengraph.graphql.directory;

import org.jspecify.annotations.NullMarked;
