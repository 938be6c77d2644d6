package dev.greengraph.graphql.message.content;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/**
 * A button.
 *
 * @param id what an answer refers to
 * @param text what stands on it
 * @param kind what it does: reply, url, call or copy; null where the upstream does not say
 * @param url what a url button opens
 * @param phoneNumber whom a call button calls
 * @param copyCode what a copy button copies
 */
@Description("A button.")
public record Button(
        @Description("What an answer refers to.") @Nullable String id,
        @Description("What stands on it.") @Nullable String text,

        @Description("What it does: reply, url, call or copy; null where the upstream does not say.") @Nullable
        String kind,

        @Description("What a url button opens.") @Nullable String url,
        @Description("Whom a call button calls.") @Nullable String phoneNumber,
        @Description("What a copy button copies.") @Nullable String copyCode) {}
