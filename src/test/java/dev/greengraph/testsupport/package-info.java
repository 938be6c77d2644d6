/** What tests of several packages need. */
@NullMarked
package dev.greengraph.testsupport;

import org.jspecify.annotations.NullMarked;
