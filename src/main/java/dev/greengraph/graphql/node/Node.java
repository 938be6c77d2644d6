package dev.greengraph.graphql.node;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Anything with a globally unique id. */
@Description(
        "Anything with a globally unique, opaque id: safe as the key of a normalised client cache, across accounts.")
public interface Node {

    @Query
    @Id
    @NonNull
    @Description("Globally unique and opaque; the argument of Query.node.")
    String id();
}
