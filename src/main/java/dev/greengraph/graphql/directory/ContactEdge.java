package dev.greengraph.graphql.directory;

import dev.greengraph.graphql.participant.Contact;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("One entry of a ContactConnection.")
public record ContactEdge(
        @Description("Where the entry stands: for the argument after.") @NonNull
        String cursor,

        @Description("The person.") @NonNull Contact node) {}
