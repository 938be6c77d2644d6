package dev.greengraph.replica.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.cache.shared.SharedAnswer;
import dev.greengraph.replica.value.ValueCodec.Broken;
import dev.greengraph.upstream.failure.NegativeAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ValueCodecTest {

    private static final long MAX_BODY = 10_000;
    private static final byte[] OLD = key(1);
    private static final byte[] NEW = key(2);
    private static final byte[] BODY = "[{\"idMessage\":\"3A01\"}]".repeat(100).getBytes(StandardCharsets.UTF_8);

    private static byte[] key(int filler) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) filler);
        return key;
    }

    private static ValueCodec codec(byte[]... keys) {
        return new ValueCodec(new ValueCipher(List.of(keys)), MAX_BODY);
    }

    private static byte[] body(SharedAnswer answer) {
        return ((SharedAnswer.Body) answer).bytes();
    }

    @Test
    void aBodyComesBackAndIsSmallerMeanwhile() {
        byte[] value = codec().encode(new SharedAnswer.Body(BODY), "name");

        assertTrue(ValueCodec.isKnown(value));
        assertTrue(value.length < BODY.length / 4, "compressed");
        assertArrayEquals(BODY, body(codec().decode(value, "name")));
    }

    @ParameterizedTest
    @EnumSource(NegativeAnswer.class)
    void aNegativeAnswerComesBack(NegativeAnswer what) {
        SharedAnswer.Negative answer = new SharedAnswer.Negative(what);

        assertEquals(answer, codec(NEW).decode(codec(NEW).encode(answer, "name"), "name"));
    }

    @Test
    void keysAreChangedOneReplicaAfterTheOther() {
        byte[] before = codec(OLD).encode(new SharedAnswer.Body(BODY), "name");
        byte[] after = codec(NEW, OLD).encode(new SharedAnswer.Body(BODY), "name");

        assertArrayEquals(BODY, body(codec(NEW, OLD).decode(before, "name")));
        assertArrayEquals(BODY, body(codec(OLD, NEW).decode(after, "name")));
        assertThrows(Broken.class, () -> codec(OLD).decode(after, "name"));
    }

    @Test
    void aValueUnderAnotherNameCannotBeRead() {
        byte[] value = codec(NEW).encode(new SharedAnswer.Body(BODY), "name");

        assertThrows(Broken.class, () -> codec(NEW).decode(value, "other"));
    }

    @Test
    void aPlainValueIsNotTakenWhereValuesAreEncrypted() {
        byte[] value = codec().encode(new SharedAnswer.Body(BODY), "name");

        assertThrows(Broken.class, () -> codec(NEW).decode(value, "name"));
        assertThrows(
                Broken.class, () -> codec().decode(codec(NEW).encode(new SharedAnswer.Body(BODY), "name"), "name"));
    }

    @Test
    void whatWasCutOffOrChangedCannotBeRead() {
        byte[] plain = codec().encode(new SharedAnswer.Body(BODY), "name");
        byte[] sealed = codec(NEW).encode(new SharedAnswer.Body(BODY), "name");

        assertThrows(Broken.class, () -> codec().decode(Arrays.copyOf(plain, plain.length / 2), "name"));
        for (int i = 1; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThrows(Broken.class, () -> codec(NEW).decode(changed, "name"));
        }
    }

    @Test
    void aBodyMayBeAsLargeAsOneOfTheUpstream() {
        byte[] largest = new byte[(int) MAX_BODY];
        byte[] larger = new byte[(int) MAX_BODY + 1];

        assertArrayEquals(largest, body(codec().decode(codec().encode(new SharedAnswer.Body(largest), "n"), "n")));
        assertThrows(Broken.class, () -> codec().decode(codec().encode(new SharedAnswer.Body(larger), "n"), "n"));
    }

    @Test
    void otherFormatsAreNotKnown() {
        assertFalse(ValueCodec.isKnown(new byte[] {3, 0}));
        assertFalse(ValueCodec.isKnown(new byte[] {1}));
        assertFalse(ValueCodec.isKnown(new byte[0]));
    }
}
