package dev.greengraph.http.answer;

import dev.greengraph.account.Sha256;
import dev.greengraph.cache.RepeatableReads;
import dev.greengraph.http.negotiation.Gzip;
import io.vertx.core.buffer.Buffer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The body of an answer without errors, with the forms in which it is sent, each made when it is first needed. */
public final class Answer {

    private static final int BYTES_OF_OBJECTS = 300;
    private static final int BYTES_OF_TAG = 16;

    private final Buffer plain;
    private final @Nullable RepeatableReads reads;
    private volatile @Nullable Buffer gzipContent;
    private volatile @Nullable String tag;

    /** @param reads what it was made of; absent if it can never be sent again */
    Answer(Buffer plain, @Nullable RepeatableReads reads) {
        this.plain = plain;
        this.reads = reads;
    }

    /** The body as JSON. */
    public Buffer plain() {
        return plain;
    }

    /** The body compressed as gzip, with another header each time. */
    public Buffer compressed() {
        Buffer known = gzipContent;
        if (known == null) {
            known = Gzip.content(plain);
            gzipContent = known;
        }
        return Gzip.member(known);
    }

    /** The entity tag of a form: strong for the plain one, weak for the compressed one, whose bytes differ each time. */
    public String tag(boolean isCompressed) {
        String known = tag;
        if (known == null) {
            known = HexFormat.of().formatHex(Sha256.bytes(plain.getBytes()), 0, BYTES_OF_TAG);
            tag = known;
        }
        return isCompressed ? "W/\"" + known + "-gzip\"" : '"' + known + '"';
    }

    @Nullable
    RepeatableReads reads() {
        return reads;
    }

    /** Estimated size in memory, both forms included. */
    int bytes() {
        return 2 * plain.length() + BYTES_OF_OBJECTS + (reads == null ? 0 : reads.bytes());
    }
}
