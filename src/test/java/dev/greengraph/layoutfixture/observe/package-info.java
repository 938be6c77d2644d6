/** The one package of the fixture with a package-info. */
@NullMarked
package dev.greengraph.layoutfixture.observe;

import org.jspecify.annotations.NullMarked;
