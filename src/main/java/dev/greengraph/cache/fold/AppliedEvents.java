package dev.greengraph.cache.fold;

import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Payload;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Edits and deletions that stand beside their message as entries of their own, applied to it where the message does not show
 * them yet: on MAX its marks do not work, and of an incremental answer the message was read before its event.
 */
public final class AppliedEvents {

    private final Map<Targets.Target, Payload.Edited> edits = new HashMap<>();
    private final Set<Targets.Target> deleted = new HashSet<>();

    /** The events among rows that are newest first. */
    private AppliedEvents(List<MessageRow> newestFirst) {
        Targets targets = new Targets(newestFirst);
        for (MessageRow row : newestFirst) {
            RowEvent event = RowEvent.of(row);
            Payload.Edited edit = row.payload().editedMessageData();
            if (event != null && event.kind() == RowEvent.Kind.EDIT && edit != null) {
                edits.putIfAbsent(targets.of(row.chat(), event.target()), edit);
            } else if (event != null && event.kind() == RowEvent.Kind.DELETION) {
                deleted.add(targets.of(row.chat(), event.target()));
            }
        }
    }

    /** The same rows, each as its events left it. */
    public static List<MessageRow> to(List<MessageRow> newestFirst) {
        AppliedEvents events = new AppliedEvents(newestFirst);
        boolean areNone = events.edits.isEmpty() && events.deleted.isEmpty();
        return areNone
                ? newestFirst
                : newestFirst.stream().map(events::appliedTo).toList();
    }

    private MessageRow appliedTo(MessageRow row) {
        if (row.idMessage() == null) {
            return row;
        }
        Targets.Target name = new Targets.Target(row.chat(), row.idMessage());
        Payload.Edited edit = edits.get(name);
        MessageRow edited = edit == null || row.isEdited() || !saysSomething(edit) ? row : row.editedBy(edit);
        return deleted.contains(name) && !edited.isDeleted() ? edited.deleted() : edited;
    }

    private static boolean saysSomething(Payload.Edited edit) {
        return edit.textMessage() != null || edit.caption() != null;
    }
}
