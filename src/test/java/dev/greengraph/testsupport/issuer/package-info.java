/** An OpenID Connect issuer on the loopback, and the tokens that it and others make. */
@NullMarked
package dev.greengraph.testsupport.issuer;

import org.jspecify.annotations.NullMarked;
