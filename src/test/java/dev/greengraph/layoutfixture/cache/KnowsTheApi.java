package dev.greengraph.layoutfixture.cache;

import dev.greengraph.layoutfixture.graphql.ChatApi;
import org.eclipse.microprofile.graphql.Name;

public class KnowsTheApi {
    @Name("graphql")
    ChatApi otherHalfOfACycle;
}
