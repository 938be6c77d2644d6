package dev.greengraph.layoutfixture.upstream;

import dev.greengraph.layoutfixture.upstream.row.ChatRow;

public class ChatClient {
    ChatRow otherHalfOfACycle;
}
