package dev.greengraph.admission.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.admission.document.DocumentOutline;
import dev.greengraph.admission.document.Limits;
import graphql.parser.Parser;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a query could need of the upstream, worked out from its text and variables. */
class CostEstimatorTest {

    private static final int ACCOUNTS = 3;
    private static final CostTable TABLE = DeclaredCosts.table();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0  | { __typename }",
                "0  | { account { name endpoints { available } } }",
                "1  | { account { state { kind } again: state { upstreamState } } }",
                "1  | { account { chatList(first: 100) { nodes { isArchived chatId } } more: chatList { totalCount } } }",
                "2  | { account { calls { nodes { at participants { status } } } again: calls(first: 100) { totalCount } } }",
                "3  | { account { settings { storesDeliveries } sync { progress } queue { totalCount } more: queue(first: 9) { nodes { text } } } }",
                "5  | { account { messages { coverage { emptiness { reason } } } chats { coverage { emptiness { advice } } } } }",
                "4  | { account { settings { storesDeliveries } statuses { coverage { emptiness { settings } } } } }",
                "1  | { account { chat(chatId: \"1@g.us\") { person { name } group { members { contact { name } } } } } }",
                "4  | { account { outgoingStatuses(first: 3) { nodes { text views { people { at } } } } } }",
                "1  | { account { addressBook { nodes { displayName } } more: addressBook(first: 100) { totalCount } } }",
                "6  | { account { addressBook(first: 5) { nodes { details { email } } } } }",
                "4  | { account { calls(minutes: 60) { totalCount } week: calls(minutes: 10080) { totalCount } } }",
                "7  | { account { chatList(first: 50) { nodes { title isArchived avatar { url } } } } }",
                "0  | { account { chat(chatId: \"1@c.us\") { chatId } } }",
                "2  | { account { chats { totalCount } } }",
                "2  | { account { chats(first: 100) { nodes { title lastMessage { text } recentMessages { nodes { text } } } } } }",
                "2  | { account { chats { totalCount } messages { totalCount } } }",
                "2  | { a: account { chats { totalCount } } b: account { messages { totalCount } } }",
                "4  | { a: account(name: \"a\") { chats { totalCount } } b: account(name: \"b\") { chats { totalCount } } }",
                "2  | { a: account(name: \"a\") { chats { totalCount } } b: account(name: \"a\") { chats { totalCount } } }",
                "6  | { accounts { chats { totalCount } } }",
                "3  | { accounts { message(chatId: \"1@c.us\", messageId: \"A\") { text } } }",
                "4  | { account { chats(minutes: 60) { totalCount } messages(minutes: 61) { totalCount } } }",
                "2  | { account { chats(minutes: 59) { totalCount } messages(minutes: 60) { totalCount } } }",
                "1  | { account { messages(filter: {direction: INCOMING}) { totalCount } } }",
                "1  | { account { messages(filter: {direction: OUTGOING}) { totalCount } } }",
                "2  | { account { messages(filter: {types: [TEXT]}) { totalCount } } }",
                "1  | { account { statuses { totalCount } chat(chatId: \"1@c.us\") { statuses { totalCount } } } }",
                "1  | { account { chat(chatId: \"1@c.us\") { title } } }",
                "1  | { account { chat(chatId: \"1@c.us\") { history { totalCount } } } }",
                "4  | { account { chat(chatId: \"1@c.us\") { history(first: 99, after: \"x\") { totalCount } } } }",
                "3  | { account { chat(chatId: \"1@c.us\") { history(first: 100, after: \"x\") { totalCount } } } }",
                "2  | mutation { markRead(chatId: \"1@c.us\", upTo: \"2026-01-01T00:00:00Z\") { unreadCount } }",
                "0  | mutation { markRead(chatId: \"1@c.us\", upTo: \"2026-01-01T00:00:00Z\") { chatId } }",
                "2  | { account { chats { nodes { unreadCount lastMessage { text } } } } }",
                "2  | { account { search(text: \"x\") { totalCount } messages { totalCount } } }",
                "4  | { account { search(text: \"x\", minutes: 60) { totalCount } messages { totalCount } } }",
                "4  | { account { chat(chatId: \"1@c.us\") { history(around: \"x\") { totalCount } } } }",
                "3  | { account { chat(chatId: \"1@c.us\") { history(last: 100, before: \"x\") { totalCount } } } }",
                "4  | { account { chat(chatId: \"1@c.us\") { history(filter: {text: \"x\"}) { totalCount } } } }",
                "1  | { account { chat(chatId: \"1@c.us\") { history(filter: null, after: null) { totalCount } } } }",
                "1  | { account { chat(chatId: \"1@c.us\") { history { edges { cursor node { messageId } } } } } }",
                "22 | { account { chats { nodes { history { totalCount } } } } }",
                "12 | { account { chats(first: 10) { nodes { history { totalCount } } } } }",
                "3  | { account { messages(first: 5) { nodes { quote { message { text } } } } } }",
                "23 | { account { messages(first: 5) { nodes { quote { message { quote { message { chat { history(after: \"x\") { totalCount } } } } } } } } } }",
                "1  | { node(id: \"x\") { id } }",
                "2  | { a: node(id: \"x\") { id } b: node(id: \"y\") { id } }",
                "3  | { account { messages(first: 2) { nodes { ...r } } } } fragment r on Message { ... on PollUpdateMessage { poll { id } } ... on EditedMessage { editedMessage { id } } ... on DeletedMessage { deletedMessage { id } } }",
                "52 | { account { messages(first: 2000000000) { nodes { quote { message { id } } } } } }",
                "3  | { account { messages(first: -1) { nodes { quote { message { id } } } } } }",
                "100000000 | { account { messages(first: 500) { nodes { chat { history(first: 500) { nodes { chat { history(first: 500) { nodes { chat { history(first: 500) { nodes { chat { history { totalCount } } } } } } } } } } } } } } }",
            })
    void plans(long calls, String query) {
        assertEquals(calls, plan(query, Map.of()).calls(), query);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6  | {\"n\":40}",
                "5  | {}",
                "7  | {\"n\":null}",
                "52 | {\"n\":1e999999999}",
                "52 | {\"n\":\"40\"}",
                "52 | {\"n\":[40]}",
                "5  | {\"n\":40,\"f\":{\"direction\":\"INCOMING\"}}",
                "6  | {\"n\":40,\"f\":{\"direction\":7}}",
                "6  | {\"n\":40,\"f\":7}",
            })
    void readsVariables(long calls, String json) {
        JsonObject variables = Json.createReader(new StringReader(json)).readObject();
        String query = "query ($n: Int = 30, $f: MessageFilter)"
                + " { account { messages(first: $n, filter: $f) { nodes { quote { message { id } } } } } }";

        assertEquals(calls, plan(query, variables).calls(), json);
    }

    /** As another door hands them over: plain Java values. */
    @Test
    void readsPlainVariables() {
        String query = "query ($n: Int, $d: Direction)"
                + " { account { messages(first: $n, filter: {direction: $d}) { nodes { quote { message { id } } } } } }";

        assertEquals(
                5, plan(query, Map.of("n", new BigDecimal(40), "d", "OUTGOING")).calls());
    }

    /** Each field times the pages above it; a field that looks through a window counts as ten. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1     | { __typename }",
                "2     | { account { name } }",
                "9     | { accounts { name messenger } }",
                "40    | { account { endpoints { available waiting } } }",
                "12    | { account { chats(first: 1) { totalCount } } }",
                "511   | { account { messages(first: 500) { totalCount } } }",
                "2011  | { account { messages(first: 500) { nodes { id text chatId } } } }",
                "2511  | { account { messages(first: 500) { nodes { ...m } pageInfo { ...p } } } } fragment m on Message { id text } fragment p on PageInfo { hasNextPage }",
                "19511 | { account { messages(first: 500) { nodes { chat { recentMessages(first: 9) { nodes { id text } } } } } } }",
                "251   | { account { chats(first: 20) { nodes { title } totalCount } } }",
                "3001  | { account { a: messages(filter: {text: \"x\"}, first: 500) { nodes { id id } } b: messages(filter: {text: \"x\"}, first: 500) { totalCount } } }",
                "42    | { account { messages(first: 1) { nodes { ... on PollUpdateMessage { votes { voters { id } text } } } } } }",
                "61    | { account { messages(first: 10) { nodes { id ... on TextMessage { text } ... on PollMessage { question text } ...q } } } } fragment q on PollMessage { text }",
                "51    | { node(id: \"x\") { ... on Chat { recentMessages(first: 30) { totalCount } } id } }",
                "1000000000 | { account { messages(first: 500) { nodes { chat { recentMessages(first: 500) { nodes { chat { recentMessages(first: 500) { nodes { chat { recentMessages(first: 500) { nodes { id } } } } } } } } } } } } }",
            })
    void countsValues(long values, String query) {
        assertEquals(values, plan(query, Map.of()).values(), query);
    }

    /** The largest page with all that its messages can show: no message has more values than the largest kind. */
    @Test
    void letsTheLargestPageOfEveryFieldOfEveryKindPass() throws IOException {
        String example = Files.readString(Path.of("src/main/resources/graphiql/examples/02-chat-history.graphql"));

        for (String query : List.of(example.replace("first: 50)", "first: 500)"), EveryField.ofEveryMessage(500))) {
            OperationCost cost = plan(query, Map.of());
            assertTrue(cost.values() <= Limits.with().answerValues(), cost::toString);
            assertTrue(cost.calls() <= Limits.with().upstreamCalls(), cost::toString);
        }
    }

    /** More and more time passes since a moment, so that larger and larger windows are read. */
    @Test
    void whatBeginsAtAMomentCostsOtherwiseLater() {
        String list = "{ account { messages(%s) { totalCount } } }";

        assertTrue(plan(list.formatted("minutes: 60"), Map.of()).isLasting());
        assertFalse(plan(list.formatted("since: \"2026-01-05T11:30:00Z\""), Map.of())
                .isLasting());
    }

    static Stream<Path> examples() throws IOException {
        return Files.list(Path.of("src/main/resources/graphiql/examples"))
                .filter(file -> file.toString().endsWith(".graphql"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void letsEveryExamplePass(Path file) throws IOException {
        OperationCost plan = plan(Files.readString(file), Map.of());

        assertTrue(plan.calls() <= Limits.with().upstreamCalls(), plan::toString);
        assertTrue(plan.values() <= Limits.with().answerValues(), plan::toString);
    }

    private static OperationCost plan(String query, Map<String, ?> variables) {
        DocumentOutline outline = DocumentOutline.of(new Parser().parseDocument(query));
        return List.copyOf(outline.operations()).stream()
                .map(operation -> CostEstimator.of(TABLE, outline, operation, variables, ACCOUNTS))
                .reduce(OperationCost.NOTHING, OperationCost::or);
    }
}
