package dev.greengraph.layoutfixture.graphql;

import dev.greengraph.layoutfixture.cache.KnowsTheApi;
import dev.greengraph.layoutfixture.upstream.row.ChatRow;

public class ChatApi {
    KnowsTheApi halfOfACycle;
    ChatRow outsideAMapping;
}
