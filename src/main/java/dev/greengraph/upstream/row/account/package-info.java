/** What the upstream says about an account itself. Entry class: {@link dev.greengraph.upstream.row.account.StateRow}. */
@NullMarked
package dev.greengraph.upstream.row.account;

import org.jspecify.annotations.NullMarked;
