package dev.greengraph.graphql.message.content;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

@Description("A line of a menu.")
public record ListRow(
        @Description("What an answer refers to.") @Nullable String id,
        @Description("What stands in the line.") @Nullable String title,
        @Description("What stands below it.") @Nullable String description) {}
