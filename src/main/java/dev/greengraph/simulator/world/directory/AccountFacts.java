package dev.greengraph.simulator.world.directory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.account.Messenger;
import dev.greengraph.simulator.world.cast.Cast;
import java.util.List;

/** What the upstream says of an account itself. Everything that can be written down is. */
public final class AccountFacts {

    private static final List<String> ON = List.of(
            "outgoingWebhook",
            "outgoingMessageWebhook",
            "outgoingAPIMessageWebhook",
            "incomingWebhook",
            "incomingCallWebhook");

    private final Cast cast;
    private final AccountEvents events;

    public AccountFacts(Cast cast, AccountEvents events) {
        this.cast = cast;
        this.events = events;
    }

    /** An account that does not work refuses every call: the faults do that. */
    public ObjectNode state() {
        return object().put("stateInstance", events.state());
    }

    /**
     * Its settings. A gateway must keep the address and the token to itself.
     *
     * @param webhookUrl where notifications are pushed; empty if they are not
     */
    public ObjectNode settings(String webhookUrl, String webhookUrlToken) {
        ObjectNode settings = object().put("wid", cast.ownId())
                .put("webhookUrl", webhookUrl)
                .put("webhookUrlToken", webhookUrlToken)
                .put("delaySendMessagesMilliseconds", 500);
        ON.forEach(setting -> settings.put(setting, "yes"));
        return cast.messenger() == Messenger.MAX ? settings : settings.put("enableLidMode", true);
    }

    /** How far the messenger has been read: to the end. */
    public ObjectNode accountSettings() {
        return object().put("avatar", "")
                .put("phone", "70000001000")
                .put("stateInstance", events.state())
                .put("chatId", cast.ownId())
                .put("historySyncProgress", 100);
    }

    /**
     * What was handed over and is still pending.
     *
     * @param pending messages as a journal shows them
     */
    public List<ObjectNode> queue(List<ObjectNode> pending) {
        return pending.stream().map(AccountFacts::queued).toList();
    }

    private static ObjectNode queued(ObjectNode message) {
        ObjectNode queued = object().put("messageID", message.path("idMessage").asText())
                .put("type", message.has("downloadUrl") ? "sendFileByUrl" : "sendMessage");
        ObjectNode body =
                queued.putObject("body").put("chatId", message.path("chatId").asText());
        body.put(
                message.has("downloadUrl") ? "caption" : "message",
                message.has("caption")
                        ? message.path("caption").asText()
                        : message.path("extendedTextMessage").path("text").asText(""));
        body.putNull("typingTime");
        return queued;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
