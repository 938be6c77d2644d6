package dev.greengraph.http.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Serialises JSON up to a limit: values that several fields share are small in memory but not in the response. */
final class BoundedJson extends OutputStream {

    private static final int INITIAL_CAPACITY = 1_024;

    private final Buffer written = Buffer.buffer(INITIAL_CAPACITY);
    private final long max;

    private BoundedJson(long max) {
        this.max = max;
    }

    /**
     * Fails with {@link Refusal} if the result has more bytes.
     *
     * @param max bytes
     */
    static Buffer of(Object body, ObjectMapper json, long max) {
        BoundedJson output = new BoundedJson(max);
        try {
            json.writeValue(output, body);
            return output.written;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The result cannot be written as JSON");
        } catch (IOException tooLong) {
            throw new Refusal(
                    400,
                    ErrorCode.QUERY_TOO_COMPLEX,
                    "answer-body: allowed is at most " + max + " bytes",
                    Map.of("limitName", "answer-body", "limit", max));
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (written.length() + length > max) {
            throw new IOException("too long");
        }
        written.appendBytes(bytes, from, length);
    }
}
