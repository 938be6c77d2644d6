package dev.greengraph.simulator.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.account.Messenger;
import dev.greengraph.simulator.wire.WireAnswer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps calls and answers while it runs, each as {@link Mask} leaves it: what was said is gone before it is kept.
 *
 * <p>At most {@link #MOST_ANSWERS} answers of together {@link #MOST_CHARACTERS}; beyond that nothing more is kept, and
 * the recording says so. A 429 is not kept: whoever replays has limits of its own.
 */
public final class Recorder {

    private static final int MOST_ANSWERS = 5_000;
    private static final int MOST_CHARACTERS = 64_000_000;
    private static final int RATE_LIMITED = 429;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Clock clock;
    private final Supplier<Random> randoms;
    private @Nullable Running running;

    /**
     * @param clock the time of the accounts
     * @param randoms one for each recording: decides the pseudonyms
     */
    public Recorder(Clock clock, Supplier<Random> randoms) {
        this.clock = clock;
        this.randoms = randoms;
    }

    /** Begins anew. */
    public void begin() {
        running = new Running(clock.instant(), new Mask(new Pseudonyms(randoms.get())));
    }

    /** Ends and forgets. */
    public void end() {
        running = null;
    }

    /** What there is so far; fails with {@link IllegalArgumentException} if it does not run. */
    public ObjectNode show() {
        if (running == null) {
            throw new IllegalArgumentException("recording: must be begun, by POST");
        }
        return running.recording().toJson();
    }

    /** Takes down a call, if it runs. */
    public void take(Messenger messenger, Question question, WireAnswer answer) {
        if (running != null
                && answer.status() != RATE_LIMITED
                && !question.method().isOfQueue()) {
            running.take(messenger, question, answer, clock.instant());
        }
    }

    private static final class Running {

        private final Instant from;
        private final Mask mask;
        private final Map<Messenger, List<Exchange>> exchanges = new EnumMap<>(Messenger.class);
        private int answers;
        private int characters;
        private boolean isWhole = true;

        Running(Instant from, Mask mask) {
            this.from = from;
            this.mask = mask;
        }

        void take(Messenger messenger, Question question, WireAnswer answer, Instant now) {
            if (answers == MOST_ANSWERS || characters + answer.body().length() > MOST_CHARACTERS) {
                isWhole = false;
                return;
            }
            answers++;
            characters += answer.body().length();
            JsonNode body = json(answer.body());
            boolean isData = answer.status() == 200 && body.isContainerNode();
            exchanges
                    .computeIfAbsent(messenger, key -> new ArrayList<>())
                    .add(new Exchange(
                            Duration.between(from, now).toMillis(),
                            new Question(question.method(), mask.ofArguments(question.arguments())),
                            answer.status(),
                            isData ? mask.of(body) : mask.ofRefusal(body)));
        }

        Recording recording() {
            return new Recording(from, isWhole, exchanges);
        }

        private static JsonNode json(String body) {
            try {
                return body.isBlank() ? NullNode.instance : MAPPER.readTree(body);
            } catch (JsonProcessingException noJson) {
                return NullNode.instance;
            }
        }
    }
}
