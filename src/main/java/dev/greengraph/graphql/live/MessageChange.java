package dev.greengraph.graphql.live;

import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.subscription.IdentifiedEvent;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/**
 * One event of a subscription.
 *
 * @param identity position, kind and message: not every position belongs to one change
 * @param shown makes the message when it is selected
 */
@Description("One change of an account's messages.")
public record MessageChange(
        @Description("Where it stands among the changes: the argument after of a subscription that goes on from here.")
        @NonNull
        String position,

        @Description("What happened.") @NonNull ChangeKind kind,

        @Ignore String identity,
        @Ignore Supplier<@Nullable Message> shown)
        implements IdentifiedEvent {

    @Query
    @Description("The message as it is now; null if changes were missed.")
    public @Nullable Message message() {
        return shown.get();
    }
}
