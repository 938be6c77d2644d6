package dev.greengraph.admission.cost;

import static java.util.Map.entry;

import dev.greengraph.cache.window.WindowSizes;
import dev.greengraph.graphql.argument.Arguments;
import dev.greengraph.upstream.endpoint.EndpointTable;
import graphql.language.Field;
import java.util.Map;

/**
 * What one field could cost, per parent.
 *
 * @param windows the account's windows that it reads; all fields of an account share them
 * @param tenths upstream calls of its own, in tenths of a call
 * @param children how many objects it could lead to
 * @param values what it counts itself in the answer
 */
record FieldCost(WindowSet windows, long tenths, long children, long values) {

    /** A whole call. */
    static final long CALL = 10;
    /**
     * What a message refers to is mostly in a window that the page was read from, and where it is not, getMessage has ten
     * times the rate of the other methods.
     */
    private static final long REFERENCE = 1;

    /** Looking a chat up in a window, or cutting a page out of it, is so much more work than reading a property. */
    private static final long LOOK = 10;
    /** Going through all that a window has of a chat or a contact. */
    private static final long SCAN = 50;
    /** The same with a filter, which may search texts. */
    private static final long SEARCH = 500;

    private static final int PAGE = 50;

    private static final FieldCost FREE = new FieldCost(WindowSet.NONE, 0, 1, 1);

    /** Lists without an argument for their length, and how long they usually are. */
    static final Map<String, Integer> LISTS = Map.ofEntries(
            entry("buttons", 5),
            entry("contacts", 5),
            entry("options", 5),
            entry("phoneNumbers", 5),
            entry("rows", 5),
            entry("sections", 5),
            entry("voters", 10),
            entry("votes", 5));

    /** Every field that a resolver of ours stands behind. All others are properties. */
    static final Map<String, Rule> RULES = Map.ofEntries(
            entry("account", (field, arguments) -> FREE),
            // For each account: CostEstimator knows how many there are.
            entry("accounts", (field, arguments) -> FREE),
            entry("chat", (field, arguments) -> FREE),
            entry("endpoints", (field, arguments) -> new FieldCost(WindowSet.NONE, 0, EndpointTable.ALL.size(), 1)),
            // An edge has one too, which costs nothing.
            entry("node", (field, arguments) -> arguments.has(field, "id") ? calls(CALL) : FREE),
            entry("message", (field, arguments) -> calls(arguments.has(field, "messageId") ? CALL : REFERENCE)),
            entry("poll", (field, arguments) -> calls(REFERENCE)),
            entry("editedMessage", (field, arguments) -> calls(REFERENCE)),
            entry("deletedMessage", (field, arguments) -> calls(REFERENCE)),
            entry("chats", (field, arguments) -> page(field, arguments, 20, both(field, arguments))),
            entry("recentMessages", (field, arguments) -> page(field, arguments, PAGE, both(field, arguments))),
            entry("lastMessage", (field, arguments) -> new FieldCost(both(field, arguments), 0, 1, LOOK)),
            entry("messages", (field, arguments) -> page(field, arguments, PAGE, journals(field, arguments))),
            entry("title", (field, arguments) -> new FieldCost(WindowSet.incoming(WindowSizes.DAY), 0, 1, LOOK)),
            entry(
                    "statuses",
                    (field, arguments) ->
                            page(field, arguments, PAGE, WindowSet.statuses(minutes(field, arguments)), SCAN)),
            entry("history", FieldCost::history));

    /** What a field costs with its arguments. */
    interface Rule {
        /** The cost of one such field. */
        FieldCost of(Field field, ArgumentValues arguments);
    }

    /** What that field costs. */
    static FieldCost of(Field field, ArgumentValues arguments) {
        Rule rule = RULES.get(field.getName());
        return rule == null ? property(field.getName()) : rule.of(field, arguments);
    }

    private static FieldCost property(String name) {
        Integer entries = LISTS.get(name);
        return entries == null ? FREE : new FieldCost(WindowSet.NONE, 0, entries, entries);
    }

    private static FieldCost calls(long tenths) {
        return new FieldCost(WindowSet.NONE, tenths, 1, LOOK);
    }

    private static FieldCost page(Field field, ArgumentValues arguments, int absent, WindowSet windows) {
        return page(field, arguments, absent, windows, look(field, arguments));
    }

    private static FieldCost page(Field field, ArgumentValues arguments, int absent, WindowSet windows, long values) {
        return new FieldCost(windows, 0, arguments.count(field, "first", absent, Arguments.LONG_PAGE), values);
    }

    private static long look(Field field, ArgumentValues arguments) {
        return arguments.has(field, "filter") ? SEARCH : LOOK;
    }

    private static WindowSet both(Field field, ArgumentValues arguments) {
        long minutes = minutes(field, arguments);
        return WindowSet.incoming(minutes).and(WindowSet.outgoing(minutes));
    }

    private static WindowSet journals(Field field, ArgumentValues arguments) {
        long minutes = minutes(field, arguments);
        return switch (arguments.choice(field, "filter", "direction").orElse("")) {
            case "INCOMING" -> WindowSet.incoming(minutes);
            case "OUTGOING" -> WindowSet.outgoing(minutes);
            default -> both(field, arguments);
        };
    }

    private static long minutes(Field field, ArgumentValues arguments) {
        return arguments.count(field, "minutes", WindowSizes.DAY, WindowSizes.MOST_MINUTES);
    }

    /** The newest page is one call. A later or a filtered one may have to be looked for: one call for each size. */
    private static FieldCost history(Field field, ArgumentValues arguments) {
        long first = arguments.count(field, "first", PAGE, Arguments.LONG_PAGE);
        boolean isSearch = arguments.has(field, "after") || arguments.has(field, "filter");
        return new FieldCost(
                WindowSet.NONE,
                isSearch ? CALL * WindowSet.historySizes(first + 1) : CALL,
                first,
                look(field, arguments));
    }
}
