package dev.greengraph.layoutfixture.graphql;

import dev.greengraph.layoutfixture.account.AccountId;
import dev.greengraph.layoutfixture.observe.Metric;
import dev.greengraph.layoutfixture.upstream.row.ChatRow;

/** Allowed, together with what is nested in it. */
public class ChatMapping {
    ChatRow row;
    Metric metric;
    AccountId handedIn;

    static class Nested {
        ChatRow row;
    }
}
