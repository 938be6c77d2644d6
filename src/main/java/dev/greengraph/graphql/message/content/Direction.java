package dev.greengraph.graphql.message.content;

import org.eclipse.microprofile.graphql.Description;

/** Which way a message went. */
@Description("Which way a message went.")
public enum Direction {
    /** The account received it. */
    @Description("The account received it.")
    INCOMING,

    /** The account sent it, from the phone or through the API. */
    @Description("The account sent it, from the phone or through the API.")
    OUTGOING
}
