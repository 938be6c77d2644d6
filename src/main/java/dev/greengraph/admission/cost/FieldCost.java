package dev.greengraph.admission.cost;

import static java.util.Map.entry;

import dev.greengraph.cache.window.WindowSizes;
import dev.greengraph.graphql.argument.Arguments;
import dev.greengraph.upstream.endpoint.EndpointTable;
import graphql.language.Field;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /**
     * Lists without an argument for their length, and how long they usually are. Longer ones count when they are answered:
     * {@code BoundedStrategy}.
     */
    static final Map<String, Integer> LISTS = Map.ofEntries(
            entry("buttons", 3),
            entry("contacts", 2),
            entry("options", 5),
            entry("phoneNumbers", 2),
            entry("rows", 5),
            entry("sections", 2),
            entry("voters", 5),
            entry("votes", 5));

    /** Every field that has a resolver. All others are properties. */
    static final Map<String, Rule> RULES = Map.ofEntries(
            entry("Query.account", (field, arguments) -> FREE),
            // For each account: CostEstimator knows how many there are.
            entry("Query.accounts", (field, arguments) -> FREE),
            entry("Query.node", (field, arguments) -> calls(CALL)),
            entry("Account.chat", (field, arguments) -> FREE),
            entry("Account.chats", (field, arguments) -> page(field, arguments, 20, both(field, arguments))),
            entry(
                    "Account.endpoints",
                    (field, arguments) -> new FieldCost(WindowSet.NONE, 0, EndpointTable.ALL.size(), 1)),
            entry("Account.message", (field, arguments) -> calls(CALL)),
            entry("Account.messages", (field, arguments) -> page(field, arguments, PAGE, journals(field, arguments))),
            entry("Account.statuses", FieldCost::statuses),
            entry("Chat.history", FieldCost::history),
            entry("Chat.lastMessage", (field, arguments) -> new FieldCost(both(field, arguments), 0, 1, LOOK)),
            entry("Chat.message", (field, arguments) -> calls(CALL)),
            entry("Chat.recentMessages", (field, arguments) -> page(field, arguments, PAGE, both(field, arguments))),
            entry("Chat.statuses", FieldCost::statuses),
            entry("Chat.title", (field, arguments) -> new FieldCost(WindowSet.incoming(WindowSizes.DAY), 0, 1, LOOK)),
            entry("DeletedMessage.deletedMessage", (field, arguments) -> calls(REFERENCE)),
            entry("EditedMessage.editedMessage", (field, arguments) -> calls(REFERENCE)),
            entry("PollUpdateMessage.poll", (field, arguments) -> calls(REFERENCE)),
            entry("Quote.message", (field, arguments) -> calls(REFERENCE)));

    /** For a parent of unknown type, which validation refuses: a resolver of that name. */
    private static final Map<String, Rule> BY_NAME = byName();

    /** What a field costs with its arguments. */
    interface Rule {
        /** The cost of one such field. */
        FieldCost of(Field field, ArgumentValues arguments);
    }

    /**
     * What that field costs.
     *
     * @param parent the name of its parent type, or null if that is not known
     */
    static FieldCost of(@Nullable String parent, Field field, ArgumentValues arguments) {
        Rule rule = parent == null ? BY_NAME.get(field.getName()) : RULES.get(parent + "." + field.getName());
        return rule == null ? property(field.getName()) : rule.of(field, arguments);
    }

    private static Map<String, Rule> byName() {
        Map<String, Rule> rules = new HashMap<>();
        RULES.forEach((name, rule) -> rules.put(name.substring(name.indexOf('.') + 1), rule));
        // Two resolvers have this name, an edge has such a property: the arguments tell them apart.
        rules.put("message", (field, arguments) -> calls(arguments.has(field, "messageId") ? CALL : REFERENCE));
        rules.put("node", (field, arguments) -> arguments.has(field, "id") ? calls(CALL) : FREE);
        return Map.copyOf(rules);
    }

    private static FieldCost property(String name) {
        Integer entries = LISTS.get(name);
        return entries == null ? FREE : new FieldCost(WindowSet.NONE, 0, entries, entries);
    }

    private static FieldCost calls(long tenths) {
        return new FieldCost(WindowSet.NONE, tenths, 1, LOOK);
    }

    private static FieldCost statuses(Field field, ArgumentValues arguments) {
        return page(field, arguments, PAGE, WindowSet.statuses(minutes(field, arguments)), SCAN);
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
