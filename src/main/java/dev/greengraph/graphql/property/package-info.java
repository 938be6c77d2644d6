/**
 * Fields that only read a property of an object: fetched without the framework's work for a resolver call. Entry class:
 * {@link dev.greengraph.graphql.property.PropertyFetchers}.
 */
@NullMarked
package dev.greengraph.graphql.property;

import org.jspecify.annotations.NullMarked;
