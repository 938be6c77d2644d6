package dev.greengraph.graphql.participant;

import org.eclipse.microprofile.graphql.Description;

@Description("What a chat is, as far as its id tells.")
public enum ChatKind {
    @Description("With one person.")
    PERSONAL,

    @Description("With several people.")
    GROUP,

    @Description("The id does not tell.")
    UNKNOWN
}
