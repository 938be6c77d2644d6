package dev.greengraph.graphql.participant;

import dev.greengraph.upstream.ChatId;
import org.eclipse.microprofile.graphql.Description;

@Description("What a chat is, as far as its id tells.")
public enum ChatKind {
    @Description("With one person.")
    PERSONAL,

    @Description("With several people.")
    GROUP,

    @Description("The id does not tell.")
    UNKNOWN;

    /** What a chat of this id is. */
    public static ChatKind of(ChatId id) {
        return valueOf(id.kind().name());
    }
}
