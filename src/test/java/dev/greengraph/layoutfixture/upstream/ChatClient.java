package dev.greengraph.layoutfixture.upstream;

public class ChatClient {}
