package dev.greengraph.layoutfixture.account;

public record AccountId(String value) {}
