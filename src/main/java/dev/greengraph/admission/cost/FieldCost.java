package dev.greengraph.admission.cost;

import static java.util.Map.entry;

import dev.greengraph.cache.window.WindowSizes;
import dev.greengraph.graphql.argument.Arguments;
import dev.greengraph.upstream.endpoint.EndpointTable;
import graphql.language.Field;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

    private static final FieldCost FREE = new FieldCost(WindowSet.NONE, 0, 1, 1);

    /**
     * Lists without an argument for their length, and how long they usually are. Longer ones count when they are answered:
     * {@code BoundedStrategy}.
     */
    static final Map<String, Integer> LISTS = Map.ofEntries(
            entry("buttons", 3),
            entry("contacts", 2),
            entry("edits", 2),
            entry("members", 20),
            entry("options", 5),
            entry("participants", 3),
            entry("people", 20),
            entry("phoneNumbers", 2),
            entry("reactions", 2),
            entry("recipients", 10),
            entry("results", 5),
            entry("rows", 5),
            entry("sections", 2),
            entry("senders", 2),
            entry("settings", 2),
            entry("voters", 2),
            entry("votes", 5));

    /** What a resolver costs with the arguments of one field. */
    static FieldCost of(DeclaredCost declared, Field field, ArgumentValues arguments) {
        long minutes = arguments.has(field, "since")
                ? arguments.minutesSince(field, "since", WindowSizes.MOST_MINUTES)
                : arguments.count(field, "minutes", declared.minutes(), WindowSizes.MOST_MINUTES);
        WindowSet journals = WindowSet.incoming(minutes).and(WindowSet.outgoing(minutes));
        String length = arguments.has(field, "last") ? "last" : "first";
        long children = declared.page() == 0 ? 1 : arguments.count(field, length, declared.page(), Arguments.LONG_PAGE);
        long look = arguments.has(field, "filter") ? SEARCH : LOOK;
        return switch (declared.reads()) {
            case NOTHING -> FREE;
            case ENDPOINT_STATES -> new FieldCost(WindowSet.NONE, 0, EndpointTable.ALL.size(), 1);
            case NAMES -> new FieldCost(WindowSet.incoming(WindowSizes.DAY), 0, 1, LOOK);
            case JOURNALS -> new FieldCost(journals, 0, children, look);
            case JOURNALS_BY_DIRECTION ->
                new FieldCost(ofDirection(field, arguments, minutes).orElse(journals), 0, children, look);
            case SEARCH -> new FieldCost(journals, 0, children, SEARCH);
            case STATUSES -> new FieldCost(WindowSet.statuses(minutes), 0, children, SCAN);
            case ACCOUNT_STATE -> new FieldCost(WindowSet.state(), 0, 1, 1);
            case SETTINGS -> new FieldCost(WindowSet.settings(), 0, 1, 1);
            case SYNC -> new FieldCost(WindowSet.sync(), 0, 1, 1);
            case EMPTINESS ->
                new FieldCost(WindowSet.settings().and(WindowSet.state()).and(WindowSet.sync()), 0, 1, 1);
            case QUEUE -> new FieldCost(WindowSet.queue(), 0, children, 1);
            case CHAT_LIST -> new FieldCost(WindowSet.chats(), 0, 1, 1);
            case CHAT_LIST_PAGE -> new FieldCost(WindowSet.chats(), 0, children, LOOK);
            case CONTACTS -> new FieldCost(WindowSet.contacts(), 0, children, LOOK);
            case CONTACT_DETAILS, GROUP, STATUS_VIEWS -> new FieldCost(WindowSet.NONE, CALL, 1, 1);
            case AVATAR -> new FieldCost(WindowSet.NONE, REFERENCE, 1, 1);
            case CALLS -> new FieldCost(WindowSet.calls(minutes), 0, children, SCAN);
            case OUTGOING_STATUSES -> new FieldCost(WindowSet.outgoingStatuses(minutes), 0, children, SCAN);
            case HISTORY -> new FieldCost(WindowSet.NONE, history(field, arguments, children), children, look);
            case MESSAGE -> new FieldCost(WindowSet.NONE, CALL, 1, LOOK);
            case REFERENCE -> new FieldCost(WindowSet.NONE, REFERENCE, 1, LOOK);
        };
    }

    private static Optional<WindowSet> ofDirection(Field field, ArgumentValues arguments, long minutes) {
        return arguments.choice(field, "filter", "direction").map(direction -> switch (direction) {
            case "INCOMING" -> WindowSet.incoming(minutes);
            case "OUTGOING" -> WindowSet.outgoing(minutes);
            default -> null;
        });
    }

    /** The newest page is one call. Any other, or a filtered one, may have to be looked for: one call for each size. */
    private static long history(Field field, ArgumentValues arguments, long first) {
        boolean isSearch = Stream.of("after", "before", "around", "filter", "since", "until")
                .anyMatch(name -> arguments.has(field, name));
        return isSearch ? CALL * WindowSet.historySizes(first + 1) : CALL;
    }

    /** A field without a resolver. */
    static FieldCost property(Field field) {
        Integer entries = LISTS.get(field.getName());
        return entries == null ? FREE : new FieldCost(WindowSet.NONE, 0, entries, entries);
    }

    /** All calls, in tenths: what is compared where several resolvers could be meant. */
    long calls() {
        return tenths + CALL * windows.count();
    }
}
