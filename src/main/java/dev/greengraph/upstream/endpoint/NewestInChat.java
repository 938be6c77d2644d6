package dev.greengraph.upstream.endpoint;

import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.UpstreamRequest;
import java.util.List;

/**
 * The newest messages of one chat.
 *
 * @param chat the chat
 * @param count most messages wanted, 1 to 5 000
 */
public record NewestInChat(ChatId chat, int count) implements UpstreamRequest {

    /** The question that these are the arguments of. */
    public static NewestInChat of(List<String> arguments) {
        return new NewestInChat(new ChatId(arguments.get(0)), Integer.parseInt(arguments.get(1)));
    }

    @Override
    public List<String> arguments() {
        return List.of(chat.value(), String.valueOf(count));
    }

    @Override
    public String window() {
        return "count=" + count;
    }
}
