package dev.greengraph.graphql.message.folded;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

@Description(
        "One edit of a message, as far as it is held: the upstream does not always keep the entry of an edit, and never the first text.")
public record MessageEdit(
        @Description("When it was edited. Seconds precision, UTC. Null where the entry of the edit is not held.")
        @Nullable
        Instant editedAt,

        @Description("The text or caption before it; null where no entry that is held tells it.") @Nullable
        String previousText,

        @Description("The text or caption from then on; null if it was taken away.") @Nullable
        String text) {}
