package dev.greengraph.cache;

import static java.util.stream.Collectors.groupingBy;

import dev.greengraph.cache.window.Window;
import dev.greengraph.cache.window.WindowSizes;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.MessageRow;
import java.util.List;

/**
 * Shows what a reading of a journal changed in the histories that are held, too. They are read less often, and a message that
 * was told must not be missing in its chat.
 */
final class HistoryUpdates {

    private final Questions questions;
    private final RevalidatingCache cache;

    HistoryUpdates(Questions questions, RevalidatingCache cache) {
        this.questions = questions;
        this.cache = cache;
    }

    /** Starts no call. Rows without an id are left to the next reading of the history. */
    void show(List<MessageRow> changed) {
        changed.stream()
                .filter(row -> row.idMessage() != null)
                .collect(groupingBy(MessageRow::chat))
                .forEach((chat, rows) -> WindowSizes.COUNTS.forEach(count -> cache.<Window>amend(
                        questions.history(new ChatId(chat), count).key(), held -> with(held, rows), Window::bytes)));
    }

    private static Window with(Window history, List<MessageRow> rows) {
        List<MessageRow> news =
                rows.stream().filter(row -> belongsTo(history, row)).toList();
        return news.isEmpty() ? history : history.told(news);
    }

    /** A history is the newest messages of a chat without a gap: what is older than all of them stays out. */
    private static boolean belongsTo(Window history, MessageRow row) {
        List<MessageRow> held = history.rows();
        return !history.mayGoOn()
                || held.isEmpty()
                || row.seconds() >= held.get(held.size() - 1).seconds();
    }
}
