package dev.greengraph.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.simulator.wire.Refusals;
import dev.greengraph.simulator.wire.WireAnswer;
import dev.greengraph.simulator.world.World;
import dev.greengraph.simulator.world.directory.AccountFacts;
import dev.greengraph.simulator.world.directory.CallJournal;
import dev.greengraph.simulator.world.directory.ChatDirectory;
import dev.greengraph.simulator.world.directory.SentStatuses;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Answers calls that the door let in, from the world of their account. */
final class MethodAnswers {

    private final Map<SimulatedAccount, World> worlds;

    MethodAnswers(Map<SimulatedAccount, World> worlds) {
        this.worlds = Map.copyOf(worlds);
    }

    WireAnswer answer(SimulatedCall call) {
        try {
            return WireAnswer.json(
                    200, body(call, new CallParameters(call), Objects.requireNonNull(worlds.get(call.account()))));
        } catch (InvalidParameter invalid) {
            return Refusals.validation(call.path(), String.valueOf(invalid.getMessage()), call.at());
        }
    }

    private static String body(SimulatedCall call, CallParameters arguments, World world) {
        return switch (call.method()) {
            case GET_CHAT_HISTORY -> array(world.history(arguments.chatId(), arguments.count(), call.at()));
            case GET_MESSAGE -> message(call, arguments, world);
            case LAST_INCOMING_MESSAGES -> array(world.incoming(arguments.window(), call.at()));
            case LAST_OUTGOING_MESSAGES -> array(world.outgoing(arguments.window(), call.at()));
            case GET_INCOMING_STATUSES -> array(world.statuses(arguments.window(), call.at()));
            case GET_STATE_INSTANCE -> new AccountFacts(world.cast()).state().toString();
            case GET_SETTINGS -> new AccountFacts(world.cast()).settings().toString();
            case GET_ACCOUNT_SETTINGS ->
                new AccountFacts(world.cast()).accountSettings().toString();
            case SHOW_MESSAGES_QUEUE -> array(new AccountFacts(world.cast()).queue(world.pending(call.at())));
            case GET_CHATS -> array(new ChatDirectory(world.cast()).chats(world.chats()));
            case LAST_INCOMING_CALLS -> array(new CallJournal(world.cast()).incoming(arguments.window(), call.at()));
            case LAST_OUTGOING_CALLS -> array(new CallJournal(world.cast()).outgoing(arguments.window(), call.at()));
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
            case GET_AVATAR ->
                new ChatDirectory(world.cast()).avatar(arguments.chatId()).toString();
        };
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
