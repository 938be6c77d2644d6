package dev.greengraph.graphql.message;

import dev.greengraph.graphql.cost.Cost;
import dev.greengraph.graphql.cost.Reads;
import dev.greengraph.graphql.message.folded.MessageEdit;
import dev.greengraph.graphql.message.folded.Reaction;
import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.property.Held;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/**
 * What other entries say about a message. Properties of a message that are resolvers only because SmallRye gives the implementations of an
 * interface none of its properties that are lists.
 */
@GraphQLApi
public class FoldApi {

    @Description("The reactions to it that stand now, the emoji with the most first, as far as their entries are held."
            + " Costs no upstream call.")
    @Held
    @Cost(Reads.NOTHING)
    public Uni<@NonNull List<@NonNull Reaction>> reactions(@Source @Name("message") Message message) {
        return Uni.createFrom().item(message.envelope().reactions());
    }

    @Description("Its edits with the texts before them, newest first, as far as anything that is held tells them."
            + " Costs no upstream call.")
    @Held
    @Cost(Reads.NOTHING)
    public Uni<@NonNull List<@NonNull MessageEdit>> edits(@Source @Name("message") Message message) {
        return Uni.createFrom().item(message.envelope().edits());
    }
}
