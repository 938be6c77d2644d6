/** The packaged gateway as a process of its own. Entry class: {@link dev.greengraph.testsupport.process.Launch}. */
@NullMarked
package dev.greengraph.testsupport.process;

import org.jspecify.annotations.NullMarked;
