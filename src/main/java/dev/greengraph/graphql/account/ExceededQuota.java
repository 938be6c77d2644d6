package dev.greengraph.graphql.account;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("A month's quota that is used up. The upstream renews it on the 1st.")
public record ExceededQuota(
        @Description(
                "When a call was refused for it first, or the upstream told so, without an answer since then, as far as this"
                        + " replica knows.")
        @NonNull
        Instant since,

        @Description("Until when the gateway does not ask: then it tries again, which a larger plan lets succeed.")
        @NonNull
        Instant until,

        @Description("The limit of calls of this method; null if the upstream did not tell it.") @Nullable
        QuotaLimit calls,

        @Description("The limit of chats that may be addressed; null if the upstream did not tell it.") @Nullable
        QuotaLimit chats) {}
