package dev.greengraph.graphql.participant;

import org.eclipse.microprofile.graphql.Description;

/** What a chat is, as far as its id tells. */
@Description("What a chat is, as far as its id tells.")
public enum ChatKind {
    /** With one person. */
    @Description("With one person.")
    PERSONAL,

    /** With several people. */
    @Description("With several people.")
    GROUP,

    /** The id does not tell. */
    @Description("The id does not tell.")
    UNKNOWN
}
