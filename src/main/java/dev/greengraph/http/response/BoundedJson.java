package dev.greengraph.http.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greengraph.admission.document.DocumentLimits;
import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Serialises JSON up to a limit: values that several fields share are small in memory but not in the response. */
@Singleton
class BoundedJson {

    private static final int INITIAL_CAPACITY = 1_024;

    private final ObjectMapper json;
    private final long max;

    BoundedJson(ObjectMapper json, DocumentLimits limits) {
        this.json = json;
        this.max = limits.answerBody().asLongValue();
    }

    /** The answer to an operation; fails with {@link Refusal} if it is longer than allowed. */
    Buffer answer(Object body) {
        return write(body, max);
    }

    /** A body that is short by itself. */
    Buffer error(Object body) {
        return write(body, Long.MAX_VALUE);
    }

    private Buffer write(Object body, long most) {
        BoundedOutput output = new BoundedOutput(most);
        try {
            json.writeValue(output, body);
            return output.written;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The result cannot be written as JSON");
        } catch (IOException tooLong) {
            throw new Refusal(
                    400,
                    ErrorCode.QUERY_TOO_COMPLEX,
                    "answer-body: must be at most " + most + " bytes",
                    Map.of("limitName", "answer-body", "limit", most));
        }
    }

    private static final class BoundedOutput extends OutputStream {

        private final Buffer written = Buffer.buffer(INITIAL_CAPACITY);
        private final long max;

        BoundedOutput(long max) {
            this.max = max;
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
}
