package dev.greengraph.graphql.error;

import io.smallrye.graphql.api.Directive;
import io.smallrye.graphql.api.DirectiveLocation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field that is null only with an error, as the directive of the same name does in the schema. For fields that may
 * fail by themselves, and so cannot be non-null: their parent would be lost with them.
 */
@Directive(on = DirectiveLocation.FIELD_DEFINITION)
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SemanticNonNull {}
