package dev.greengraph.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.simulator.media.Storage;
import dev.greengraph.simulator.notification.Mailbox;
import dev.greengraph.simulator.notification.Mailboxes;
import dev.greengraph.simulator.recording.Question;
import dev.greengraph.simulator.recording.Recorder;
import dev.greengraph.simulator.recording.Replay;
import dev.greengraph.simulator.wire.Refusals;
import dev.greengraph.simulator.wire.WireAnswer;
import dev.greengraph.simulator.world.World;
import dev.greengraph.simulator.world.directory.AccountEvents;
import dev.greengraph.simulator.world.directory.AccountFacts;
import dev.greengraph.simulator.world.directory.CallJournal;
import dev.greengraph.simulator.world.directory.ChatDirectory;
import dev.greengraph.simulator.world.directory.SentStatuses;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Answers calls that the door let in, from the world of their account, or from a recording in its place. */
final class MethodAnswers {

    /** What is answered where nothing waits. */
    static final String NONE = "null";

    private final Map<SimulatedAccount, Invented> invented;
    private final Mailboxes mailboxes;
    private final Map<SimulatedAccount, Replay> replays;
    private final Recorder recorder;

    /** What answers where nothing is recorded. */
    record Invented(World world, AccountEvents events) {

        AccountFacts facts() {
            return new AccountFacts(world.cast(), events);
        }

        CallJournal calls() {
            return new CallJournal(world.cast(), events);
        }
    }

    /** @param replays of the accounts that are recorded ones */
    MethodAnswers(
            Map<SimulatedAccount, Invented> invented,
            Mailboxes mailboxes,
            Map<SimulatedAccount, Replay> replays,
            Recorder recorder) {
        this.invented = Map.copyOf(invented);
        this.mailboxes = mailboxes;
        this.replays = Map.copyOf(replays);
        this.recorder = recorder;
    }

    WireAnswer answer(SimulatedCall call) {
        Question question = Question.of(call.method(), call.body(), call.minutes(), call.idMessage());
        Replay replay = replays.get(call.account());
        if (call.method().isOfQueue()) {
            return replay == null ? fromWorld(call) : Refusals.notFound();
        }
        WireAnswer answer = replay == null ? fromWorld(call) : replay.answer(question, call.at());
        recorder.take(call.account().messenger(), question, answer);
        return answer;
    }

    private WireAnswer fromWorld(SimulatedCall call) {
        try {
            return WireAnswer.json(
                    200, body(call, new CallParameters(call), Objects.requireNonNull(invented.get(call.account()))));
        } catch (InvalidParameter invalid) {
            return Refusals.validation(call.path(), String.valueOf(invalid.getMessage()), call.at());
        }
    }

    private String body(SimulatedCall call, CallParameters arguments, Invented account) {
        World world = account.world();
        return switch (call.method()) {
            case GET_CHAT_HISTORY -> array(world.history(arguments.chatId(), arguments.count(), call.at()));
            case GET_MESSAGE -> message(call, arguments, world);
            case LAST_INCOMING_MESSAGES -> array(world.incoming(arguments.window(), call.at()));
            case LAST_OUTGOING_MESSAGES -> array(world.outgoing(arguments.window(), call.at()));
            case GET_INCOMING_STATUSES -> array(world.statuses(arguments.window(), call.at()));
            case GET_STATE_INSTANCE -> account.facts().state().toString();
            case GET_SETTINGS -> settings(call, account);
            case GET_ACCOUNT_SETTINGS -> account.facts().accountSettings().toString();
            case SHOW_MESSAGES_QUEUE -> array(account.facts().queue(world.pending(call.at())));
            case GET_CHATS -> array(new ChatDirectory(world.cast()).chats(world.chats()));
            case LAST_INCOMING_CALLS -> array(account.calls().incoming(arguments.window(), call.at()));
            case LAST_OUTGOING_CALLS -> array(account.calls().outgoing(arguments.window(), call.at()));
            case GET_CONTACTS -> array(new ChatDirectory(world.cast()).contacts(world.chats()));
            case GET_CONTACT_INFO ->
                new ChatDirectory(world.cast()).contactInfo(arguments.chatId()).toString();
            case GET_GROUP_DATA ->
                new ChatDirectory(world.cast())
                        .group(arguments.groupId())
                        .map(ObjectNode::toString)
                        .orElse("\"Error: item-not-found\"");
            case GET_OUTGOING_STATUSES -> array(new SentStatuses(world.cast()).statuses(arguments.window(), call.at()));
            case GET_STATUS_STATISTIC -> array(new SentStatuses(world.cast()).statistic(arguments.status(), call.at()));
            case DOWNLOAD_FILE -> fileLink(call, arguments, world);
            case GET_AVATAR ->
                new ChatDirectory(world.cast()).avatar(arguments.chatId()).toString();
            case RECEIVE_NOTIFICATION -> next(call, arguments);
            case DELETE_NOTIFICATION -> "{\"result\":" + mailbox(call).delete(call.receiptId()) + "}";
        };
    }

    private String settings(SimulatedCall call, Invented account) {
        Mailbox mailbox = mailboxes.of(call.account().name());
        return account.facts()
                .settings(mailbox.webhookUrl(), mailbox.webhookUrlToken())
                .toString();
    }

    /** An address of its own, which expires before the one of the journals does. */
    private static String fileLink(SimulatedCall call, CallParameters arguments, World world) {
        String chatId = arguments.chatId();
        String idMessage = arguments.idMessage();
        String address = world.message(chatId, idMessage, call.at())
                .map(entry -> entry.path("downloadUrl").asText(""))
                .filter(url -> url.startsWith("http"))
                .orElseThrow(() -> new InvalidParameter(
                        "File message encrypted url not found by chatId " + chatId + " and idMessage " + idMessage));
        return JsonNodeFactory.instance
                .objectNode()
                .put("downloadUrl", Storage.signed(address, call.at()))
                .toString();
    }

    /** Whoever waits for the next one refuses a wrong time to wait. */
    private String next(SimulatedCall call, CallParameters arguments) {
        arguments.receiveTimeout();
        return mailbox(call).next(call.at()).map(ObjectNode::toString).orElse(NONE);
    }

    /** Who is sent the notifications cannot ask for them. */
    private Mailbox mailbox(SimulatedCall call) {
        Mailbox mailbox = mailboxes.of(call.account().name());
        if (mailbox.isPushed()) {
            throw new InvalidParameter("Notifications are sent to webhookUrl");
        }
        return mailbox;
    }

    private static String message(SimulatedCall call, CallParameters arguments, World world) {
        String chatId = arguments.chatId();
        String idMessage = arguments.idMessage();
        if (!world.knows(chatId)) {
            throw new InvalidParameter("chatId not found");
        }
        return world.message(chatId, idMessage, call.at())
                .orElseThrow(() -> new InvalidParameter("Message not found by id '" + idMessage + "'"))
                .toString();
    }

    private static String array(List<ObjectNode> entries) {
        return entries.stream().map(ObjectNode::toString).collect(Collectors.joining(",", "[", "]"));
    }
}
