/**
 * The whole gateway under test: an upstream that answers as it is told and remembers each call, a clock that stands still, and
 * questions over HTTP. Entry class: {@link dev.greengraph.testsupport.gateway.GatewayProfile}.
 */
@NullMarked
package dev.greengraph.testsupport.gateway;

import org.jspecify.annotations.NullMarked;
