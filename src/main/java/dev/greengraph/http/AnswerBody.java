package dev.greengraph.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greengraph.graphql.error.ErrorCode;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** JSON on its way, no longer than an answer may be: what it is made of is shared and small, written out it is not. */
final class AnswerBody extends OutputStream {

    private static final int FIRST = 1_024;

    private final Buffer written = Buffer.buffer(FIRST);
    private final long most;

    private AnswerBody(long most) {
        this.most = most;
    }

    /**
     * Writes it out; fails with {@link Refusal} if it is longer.
     *
     * @param most bytes
     */
    static Buffer of(Object body, ObjectMapper json, long most) {
        AnswerBody bytes = new AnswerBody(most);
        try {
            json.writeValue(bytes, body);
            return bytes.written;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a result that is no JSON");
        } catch (IOException tooLong) {
            throw new Refusal(
                    400,
                    ErrorCode.QUERY_TOO_COMPLEX,
                    "answer-body: allowed is at most " + most + " bytes",
                    Map.of("limitName", "answer-body", "limit", most));
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
        if (written.length() + length > most) {
            throw new IOException("too long");
        }
        written.appendBytes(some, from, length);
    }
}
