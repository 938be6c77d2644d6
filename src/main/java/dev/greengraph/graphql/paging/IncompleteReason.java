package dev.greengraph.graphql.paging;

import org.eclipse.microprofile.graphql.Description;

@Description("Why less was read than was asked for.")
public enum IncompleteReason {
    @Description(
            "The upstream gives only the newest entries of a journal (10,000, on MAX 5,000), and there were as many.")
    JOURNAL_LIMIT,

    @Description("No history is read deeper than 5,000 entries.")
    HISTORY_LIMIT,

    @Description("The upstream has older entries, which the next pages read.")
    MORE_TO_READ,

    @Description("Only so much text is searched at a time, and there is older text: narrow the time with until.")
    SEARCH_LIMIT,

    @Description("One of the two journals is stale: of one direction what is later than to is missing.")
    ONE_JOURNAL_STALE
}
