package dev.greengraph.layoutfixture.upstream.row;

public record ChatRow(String id) {}
