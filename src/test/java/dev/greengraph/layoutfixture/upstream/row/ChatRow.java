package dev.greengraph.layoutfixture.upstream.row;

import dev.greengraph.layoutfixture.upstream.ChatClient;

public record ChatRow(String id, ChatClient upwards) {}
