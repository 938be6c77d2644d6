package dev.greengraph.graphql.live;

import org.eclipse.microprofile.graphql.Description;

@Description("What happened to a message.")
public enum ChangeKind {
    @Description("It came, or was sent.")
    ADDED,

    @Description("Its delivery, its text or its marks are others now.")
    CHANGED,

    @Description(
            "Changes were left out, since the subscriber read too slowly or came back too late: what is shown must be queried"
                    + " anew.")
    MISSED
}
