package dev.greengraph.bench.server;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A history, as records.
 *
 * @param data what was asked
 */
public record Answer(Data data) {

    record Data(Account account) {}

    record Account(Chat chat) {}

    record Chat(History history) {}

    record History(List<Message> nodes) {}

    record Message(
            String id,
            String messageId,
            String sentAt,
            String direction,
            String type,
            @Nullable String text,
            @Nullable String deliveryStatus,
            boolean isEdited) {}
}
