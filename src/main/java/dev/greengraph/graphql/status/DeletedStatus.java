package dev.greengraph.graphql.status;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The event that a status was deleted.")
public record DeletedStatus(
        @Ignore StatusEnvelope envelope,

        @Description("The upstream's id of the status that was deleted.") @NonNull
        String deletedStatusId)
        implements Status {}
