package dev.greengraph.cache;

import dev.greengraph.cache.question.Question;
import dev.greengraph.cache.window.Window;
import dev.greengraph.cache.window.WindowSizes;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.EndpointDefinition;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.UpstreamRequest;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.endpoint.OneMessage;
import dev.greengraph.upstream.endpoint.OneStatus;
import dev.greengraph.upstream.row.account.QueuedRow;
import dev.greengraph.upstream.row.account.SettingsRow;
import dev.greengraph.upstream.row.account.StateRow;
import dev.greengraph.upstream.row.account.SyncRow;
import dev.greengraph.upstream.row.call.CallRow;
import dev.greengraph.upstream.row.directory.AvatarRow;
import dev.greengraph.upstream.row.directory.ChatRow;
import dev.greengraph.upstream.row.directory.ContactInfoRow;
import dev.greengraph.upstream.row.directory.ContactRow;
import dev.greengraph.upstream.row.directory.GroupRow;
import dev.greengraph.upstream.row.file.FileLinkRow;
import dev.greengraph.upstream.row.status.OutgoingStatusRow;
import dev.greengraph.upstream.row.status.StatusViewRow;
import dev.greengraph.upstream.shape.Answered;
import dev.greengraph.upstream.shape.LastMinutes;
import dev.greengraph.upstream.shape.OneChat;
import dev.greengraph.upstream.shape.WholeAccount;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What can be asked about one account besides its messages. */
final class DetailQuestions {

    private final Questions questions;

    /** Questions about the same account, of the same caller. */
    DetailQuestions(Questions questions) {
        this.questions = questions;
    }

    Question<Answered<StateRow>> state() {
        return answered(EndpointTable.GET_STATE_INSTANCE, new WholeAccount());
    }

    Question<Answered<SettingsRow>> settings() {
        return answered(EndpointTable.GET_SETTINGS, new WholeAccount());
    }

    Question<Answered<SyncRow>> sync() {
        return answered(EndpointTable.GET_ACCOUNT_SETTINGS, new WholeAccount());
    }

    Question<Answered<List<QueuedRow>>> queue() {
        return answered(EndpointTable.SHOW_MESSAGES_QUEUE, new WholeAccount());
    }

    Question<Answered<Map<String, ChatRow>>> chats() {
        return questions.question(
                EndpointTable.GET_CHATS,
                new WholeAccount(),
                (Answered<List<ChatRow>> answer) -> byId(answer, ChatRow::id),
                DetailQuestions::memory);
    }

    Question<Answered<GroupRow>> group(ChatId group) {
        return answered(EndpointTable.GET_GROUP_DATA, new OneChat(group));
    }

    Question<Answered<Map<String, ContactRow>>> contacts() {
        return questions.question(
                EndpointTable.GET_CONTACTS,
                new WholeAccount(),
                (Answered<List<ContactRow>> answer) -> byId(answer, ContactRow::id),
                DetailQuestions::memory);
    }

    Question<Answered<ContactInfoRow>> contactInfo(ChatId person) {
        return answered(EndpointTable.GET_CONTACT_INFO, new OneChat(person));
    }

    Question<Answered<AvatarRow>> avatar(ChatId chat) {
        return answered(EndpointTable.GET_AVATAR, new OneChat(chat));
    }

    Question<Answered<List<CallRow>>> incomingCalls(int minutes) {
        return answered(EndpointTable.LAST_INCOMING_CALLS, new LastMinutes(minutes));
    }

    Question<Answered<List<CallRow>>> outgoingCalls(int minutes) {
        return answered(EndpointTable.LAST_OUTGOING_CALLS, new LastMinutes(minutes));
    }

    Question<Answered<List<OutgoingStatusRow>>> outgoingStatuses(int minutes) {
        return answered(EndpointTable.GET_OUTGOING_STATUSES, new LastMinutes(minutes));
    }

    Question<Answered<List<StatusViewRow>>> statusViews(MessageId status) {
        return answered(EndpointTable.GET_STATUS_STATISTIC, new OneStatus(status));
    }

    Question<Answered<FileLinkRow>> fileLink(ChatId chat, MessageId message) {
        return answered(EndpointTable.DOWNLOAD_FILE, new OneMessage(chat, message));
    }

    /** The questions of which any answers a read of that endpoint; none if it is asked about something single. */
    Stream<Question<?>> sizesOf(UpstreamEndpoint endpoint, int minutes) {
        Map<UpstreamEndpoint, Supplier<Question<?>>> whole = Map.of(
                EndpointTable.GET_STATE_INSTANCE.endpoint(), this::state,
                EndpointTable.GET_SETTINGS.endpoint(), this::settings,
                EndpointTable.GET_ACCOUNT_SETTINGS.endpoint(), this::sync,
                EndpointTable.SHOW_MESSAGES_QUEUE.endpoint(), this::queue,
                EndpointTable.GET_CHATS.endpoint(), this::chats,
                EndpointTable.GET_CONTACTS.endpoint(), this::contacts);
        Map<UpstreamEndpoint, IntFunction<Question<?>>> overMinutes = Map.of(
                EndpointTable.LAST_INCOMING_CALLS.endpoint(), this::incomingCalls,
                EndpointTable.LAST_OUTGOING_CALLS.endpoint(), this::outgoingCalls,
                EndpointTable.GET_OUTGOING_STATUSES.endpoint(), this::outgoingStatuses);
        Stream<Question<?>> sizes = Optional.ofNullable(overMinutes.get(endpoint)).stream()
                .flatMap(question -> WindowSizes.MINUTES.stream()
                        .filter(size -> size >= minutes)
                        .map(question::apply));
        return Stream.concat(Optional.ofNullable(whole.get(endpoint)).stream().map(Supplier::get), sizes);
    }

    private <R, Q extends UpstreamRequest, T> Question<Answered<T>> answered(
            EndpointDefinition<R, Q, Answered<T>> definition, Q request) {
        return questions.question(definition, request, Function.identity(), DetailQuestions::memory);
    }

    private static int memory(Answered<?> answer) {
        return Window.MEMORY_PER_BYTE * answer.bytes();
    }

    /** In the upstream's order; of two entries of one id the later one. */
    private static <T> Answered<Map<String, T>> byId(Answered<List<T>> answer, Function<T, String> id) {
        Map<String, T> rows = new LinkedHashMap<>();
        answer.value().forEach(row -> rows.put(id.apply(row), row));
        return new Answered<>(Collections.unmodifiableMap(rows), answer.bytes());
    }
}
