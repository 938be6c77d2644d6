package dev.greengraph.graphql.message.content;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

@Description("A button.")
public record Button(
        @Description("What an answer refers to.") @Nullable String id,
        @Description("What stands on it.") @Nullable String text,

        @Description("What it does: reply, url, call or copy; null where the upstream does not say.") @Nullable
        String kind,

        @Description("What a url button opens.") @Nullable String url,
        @Description("Whom a call button calls.") @Nullable String phoneNumber,
        @Description("What a copy button copies.") @Nullable String copyCode) {}
