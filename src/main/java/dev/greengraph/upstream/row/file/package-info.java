/** Where a file is. Entry class: {@link dev.greengraph.upstream.row.file.FileLinkRow}. */
@NullMarked
package dev.greengraph.upstream.row.file;

import org.jspecify.annotations.NullMarked;
