package dev.greengraph.layoutfixture.simulator;

import dev.greengraph.layoutfixture.upstream.ChatClient;
import dev.greengraph.layoutfixture.upstream.row.ChatRow;

public class UsesTheClient {
    ChatClient client;
    ChatRow allowed;
}
