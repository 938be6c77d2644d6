package dev.greengraph.graphql.message.content;

import org.eclipse.microprofile.graphql.Description;

@Description("Which way a message went.")
public enum Direction {
    @Description("The account received it.")
    INCOMING,

    @Description("The account sent it, from the phone or through the API.")
    OUTGOING
}
