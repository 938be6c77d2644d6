package dev.greengraph.cache.fold;

import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Payload;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Edits and deletions that stand beside their message as entries of their own, applied to it where the message does not show
 * them yet: on MAX its marks do not work, and of an incremental answer the message was read before its event.
 */
public final class AppliedEvents {

    private static final Comparator<MessageRow> NEWEST_FIRST = Comparator.comparing(MessageRow::seconds)
            .thenComparing(MessageRow::place)
            .reversed();

    private final Map<Targets.Target, Payload.Edited> edits = new HashMap<>();
    private final Set<Targets.Target> deleted = new HashSet<>();

    private AppliedEvents() {}

    /** The events among rows that are newest first. */
    private static AppliedEvents among(List<MessageRow> newestFirst) {
        AppliedEvents events = new AppliedEvents();
        Targets targets = new Targets(newestFirst);
        for (MessageRow row : newestFirst) {
            events.add(row, targets);
        }
        return events;
    }

    /**
     * The events among newer rows that older ones do not have. Of two edits of a message the later one counts, whichever came
     * first.
     */
    public static AppliedEvents since(List<MessageRow> older, List<MessageRow> newer) {
        Set<String> known = older.stream()
                .filter(row -> RowEvent.of(row) != null)
                .map(MessageRow::place)
                .collect(Collectors.toSet());
        List<MessageRow> all = Stream.concat(newer.stream(), older.stream().filter(row -> RowEvent.of(row) != null))
                .sorted(NEWEST_FIRST)
                .toList();
        Targets targets = new Targets(all);
        AppliedEvents events = new AppliedEvents();
        Set<Targets.Target> edited = new HashSet<>();
        for (MessageRow row : all) {
            RowEvent event = RowEvent.of(row);
            if (event != null) {
                boolean isLast =
                        event.kind() != RowEvent.Kind.EDIT || edited.add(targets.of(row.chat(), event.target()));
                if (isLast && !known.contains(row.place())) {
                    events.add(row, targets);
                }
            }
        }
        return events;
    }

    private void add(MessageRow row, Targets targets) {
        RowEvent event = RowEvent.of(row);
        Payload.Edited edit = row.payload().editedMessageData();
        if (event != null && event.kind() == RowEvent.Kind.EDIT && edit != null) {
            edits.putIfAbsent(targets.of(row.chat(), event.target()), edit);
        } else if (event != null && event.kind() == RowEvent.Kind.DELETION) {
            deleted.add(targets.of(row.chat(), event.target()));
        }
    }

    /** The same rows, each as its events left it. */
    public static List<MessageRow> to(List<MessageRow> newestFirst) {
        return among(newestFirst).applied(newestFirst, false);
    }

    /** These rows, which were read before the events, as the events left them. */
    public List<MessageRow> onto(List<MessageRow> rows) {
        return applied(rows, true);
    }

    private List<MessageRow> applied(List<MessageRow> rows, boolean evenIfEdited) {
        return edits.isEmpty() && deleted.isEmpty()
                ? rows
                : rows.stream().map(row -> appliedTo(row, evenIfEdited)).toList();
    }

    private MessageRow appliedTo(MessageRow row, boolean evenIfEdited) {
        if (row.idMessage() == null) {
            return row;
        }
        Targets.Target name = new Targets.Target(row.chat(), row.idMessage());
        Payload.Edited edit = edits.get(name);
        MessageRow edited =
                edit == null || (row.isEdited() && !evenIfEdited) || !saysSomething(edit) ? row : row.editedBy(edit);
        return deleted.contains(name) && !edited.isDeleted() ? edited.deleted() : edited;
    }

    private static boolean saysSomething(Payload.Edited edit) {
        return edit.textMessage() != null || edit.caption() != null;
    }
}
