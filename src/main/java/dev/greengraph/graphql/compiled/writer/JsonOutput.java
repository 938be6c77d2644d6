package dev.greengraph.graphql.compiled.writer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Where the writers of one value write to. Counts values; fails with {@link Mismatch} at a limit, which the engine then reports. */
public final class JsonOutput {

    private static final JsonFactory JSON = new JsonFactory();
    /** The clock is read once for so many values. */
    private static final int VALUES_PER_CHECK = 256;

    private final BoundedBytes bytes;
    private final JsonGenerator json;
    private final ResolverField.Calls resolvers;
    private final BooleanSupplier isOver;
    private final long maxValues;
    private long values;

    /**
     * An empty output.
     *
     * @param likelyBytes how long it will probably be
     * @param maxBytes bytes after which it fails
     * @param maxValues values, entries of lists included, after which it fails
     * @param resolvers of the execution
     * @param isOver whether the deadline of the operation has passed
     */
    public JsonOutput(
            int likelyBytes, long maxBytes, long maxValues, ResolverField.Calls resolvers, BooleanSupplier isOver)
            throws IOException {
        this.bytes = new BoundedBytes(likelyBytes, maxBytes);
        this.json = JSON.createGenerator(bytes);
        this.maxValues = maxValues;
        this.resolvers = resolvers;
        this.isOver = isOver;
    }

    JsonGenerator json() {
        return json;
    }

    ResolverField.Calls resolvers() {
        return resolvers;
    }

    /** Counts one value more, before it is written. */
    void count() {
        values++;
        if (values > maxValues || (values % VALUES_PER_CHECK == 0 && isOver.getAsBoolean())) {
            throw new Mismatch();
        }
    }

    /** How many values were written. */
    public long values() {
        return values;
    }

    /** What was written; ends the output. */
    public RawJson end() throws IOException {
        json.close();
        return bytes.written();
    }

    /** Releases its buffers. */
    public void abandon() throws IOException {
        bytes.discard();
        json.close();
    }

    private static final class BoundedBytes extends ByteArrayOutputStream {

        private final long max;
        private boolean isDiscarding;

        BoundedBytes(int likely, long max) {
            super(likely);
            this.max = max;
        }

        @Override
        public synchronized void write(byte[] from, int offset, int length) {
            if (isDiscarding) {
                return;
            }
            if (count + (long) length > max) {
                throw new Mismatch();
            }
            super.write(from, offset, length);
        }

        /** Without a copy: nothing is written behind it. */
        RawJson written() {
            return new RawJson(buf, count);
        }

        void discard() {
            isDiscarding = true;
        }
    }
}
