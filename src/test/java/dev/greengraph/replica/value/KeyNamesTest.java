package dev.greengraph.replica.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.greengraph.account.AccountId;
import dev.greengraph.account.Secret;
import dev.greengraph.cache.question.QuestionKey;
import dev.greengraph.upstream.endpoint.EndpointTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyNamesTest {

    private static final KeyNames NAMES = new KeyNames(new Secret("a secret of the deployment, long enough"));

    private static String name(KeyNames names, String instance, String... arguments) {
        return names.of(
                        new QuestionKey(
                                new AccountId("any"), EndpointTable.GET_CHAT_HISTORY.endpoint(), List.of(arguments)),
                        instance)
                .answer();
    }

    private static String tag(String name) {
        return name.substring(name.indexOf('{'), name.indexOf('}'));
    }

    @Test
    void allNamesOfAnAccountHoldOneTagAndThoseOfAnotherAccountAnother() {
        assertEquals(tag(name(NAMES, "1101", "a")), tag(name(NAMES, "1101", "b")));
        assertNotEquals(tag(name(NAMES, "1101", "a")), tag(name(NAMES, "1102", "a")));
    }

    @Test
    void eachQuestionHasAName() {
        assertEquals(name(NAMES, "1101", "a", "100"), name(NAMES, "1101", "a", "100"));
        assertNotEquals(name(NAMES, "1101", "a", "100"), name(NAMES, "1101", "a1", "00"));
        assertNotEquals(name(NAMES, "1101", "a", "100"), name(NAMES, "1102", "a", "100"));
    }

    @Test
    void deploymentsWithOtherSecretsDoNotMeet() {
        KeyNames other = new KeyNames(new Secret("the secret of another deployment, as long"));

        assertNotEquals(name(NAMES, "1101", "a"), name(other, "1101", "a"));
        assertNotEquals(NAMES.channel(), other.channel());
    }
}
