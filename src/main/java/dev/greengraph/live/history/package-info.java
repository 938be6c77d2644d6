/**
 * What subscribers of an account were told, in the few bytes that another replica needs to go on from there. It knows neither
 * Redis nor subscribers. Entry class: {@link dev.greengraph.live.history.ToldState}.
 */
@NullMarked
package dev.greengraph.live.history;

import org.jspecify.annotations.NullMarked;
