package dev.greengraph.graphql.directory;

import dev.greengraph.graphql.participant.Contact;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("A member of a group.")
public record GroupMember(
        @Description("Who it is.") @NonNull Contact contact,

        @Description("The id that hides the phone number, beside the one in contact; null where there is none.")
        @Nullable
        String lid,

        @Name("isAdmin") @Description("Whether they may change the group.")
        boolean isAdmin,

        @Name("isOwner") @Description("Whether they rank above all other admins, as who made the group does.")
        boolean isOwner) {}
