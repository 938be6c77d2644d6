package dev.greengraph.layoutfixture.observe;

public class Metric {}
