package dev.greengraph.graphql.property;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Of a resolver whose parent always holds the value: calling it costs no more than a property. An interface of the schema
 * cannot say so by {@link HoldsFields}, which SmallRye would take for another interface of the schema.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Held {}
