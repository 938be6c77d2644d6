package dev.greengraph.layoutfixture.account;

public class Accounts {}
