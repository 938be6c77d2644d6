package dev.greengraph.admission.document;

import java.util.List;
import java.util.Random;

/** DocumentExaminer by chance, the same for the same seed. Most have the schema's names, few would be valid. */
public final class RandomDocument {

    private static final List<String> FIELDS = List.of(
            "account",
            "accounts",
            "chat(chatId: \"1@c.us\")",
            "chats",
            "chats(first: 3)",
            "chats(first: $n)",
            "nodes",
            "messages(minutes: 90)",
            "messages(filter: {direction: INCOMING}, first: 2)",
            "messages(filter: $f)",
            "history",
            "history(first: 7)",
            "history(after: \"x\")",
            "message(messageId: \"A1\")",
            "quote",
            "title",
            "lastMessage",
            "lastMessage(minutes: 60)",
            "recentMessages(first: 1000000)",
            "statuses",
            "statuses(minutes: $m)",
            "poll",
            "voters",
            "sections",
            "name",
            "endpoints",
            "node(id: \"x\")",
            "__typename",
            "__schema",
            "__type(name: \"Chat\")",
            "types",
            "fields",
            "possibleTypes",
            "ofType",
            "nonsense");
    private static final List<String> CONDITIONS =
            List.of("... on Message ", "... on TextMessage ", "... on PollMessage ", "... @skip(if: true) ");
    private static final List<String> DEBRIS = List.of(
            "{", "}", "(", ")", "...", "\"", "\"\"\"", "$", "@", "\\u0000", "#", ",", "[", ":", "on", "\uD83D", "1e9",
            "é");

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private int left;

    private RandomDocument(Random random, int size) {
        this.random = random;
        this.left = size;
    }

    /** Whose fragments never lead back, and which parses. */
    public static String acyclic(long seed) {
        Random random = new Random(seed);
        return new RandomDocument(random, 5 + random.nextInt(40)).document(random.nextInt(5), false);
    }

    /** With anything in it, now and then not even GraphQL. */
    public static String wild(long seed) {
        Random random = new Random(seed);
        String document = new RandomDocument(random, 5 + random.nextInt(seed % 50 == 0 ? 500 : 25))
                .document(random.nextInt(8), true);
        for (int damage = random.nextInt(4) - 1; damage > 0; damage--) {
            int place = random.nextInt(document.length());
            document = document.substring(0, place)
                    + DEBRIS.get(random.nextInt(DEBRIS.size()))
                    + document.substring(place);
        }
        return document;
    }

    private String document(int fragments, boolean anyOrder) {
        for (int operation = random.nextInt(3); operation >= 0; operation--) {
            text.append("query q").append(operation).append("($n: Int = 4, $m: Int, $f: MessageFilter) ");
            selections(fragments, 0);
        }
        for (int fragment = 0; fragment < fragments; fragment++) {
            text.append("fragment f").append(fragment).append(" on Chat ");
            left += 8;
            selections(fragments, anyOrder ? 0 : fragment + 1);
        }
        return text.toString();
    }

    /** With spreads of the fragments from the first to the last. */
    private void selections(int fragments, int firstFragment) {
        text.append("{ ");
        for (int i = random.nextInt(4); i >= 0; i--) {
            selection(fragments, firstFragment);
        }
        text.append("} ");
    }

    private void selection(int fragments, int firstFragment) {
        left--;
        int kind = random.nextInt(10);
        if (kind == 0 && fragments > firstFragment) {
            text.append("...f")
                    .append(firstFragment + random.nextInt(fragments - firstFragment))
                    .append(' ');
        } else if (kind == 1 && left > 0) {
            text.append(CONDITIONS.get(random.nextInt(CONDITIONS.size())));
            selections(fragments, firstFragment);
        } else {
            field(fragments, firstFragment);
        }
    }

    private void field(int fragments, int firstFragment) {
        if (random.nextInt(6) == 0) {
            text.append('a').append(random.nextInt(3)).append(": ");
        }
        text.append(FIELDS.get(random.nextInt(FIELDS.size()))).append(' ');
        if (left > 0 && random.nextInt(3) > 0) {
            selections(fragments, firstFragment);
        }
    }
}
