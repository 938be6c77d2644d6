package dev.greengraph.graphql.cost;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a resolver could cost if nothing were cached. Every resolver declares it: the gateway does not start with one that
 * does not. Admission plans with it before an operation runs.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Cost {

    /** What it reads, for each of its parents. */
    Reads value();
}
