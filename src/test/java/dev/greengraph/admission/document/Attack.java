package dev.greengraph.admission.document;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** DocumentExaminer that are small and would be expensive. */
public final class Attack {

    private Attack() {}

    /** Fragments that each spread the next one twice: 2^n fields. */
    public static String fragmentBomb(int fragments) {
        String chain = IntStream.range(0, fragments)
                .mapToObj(i -> "fragment f%d on Query { ...f%d ...f%d }".formatted(i, i + 1, i + 1))
                .collect(Collectors.joining(" "));
        return "{ ...f0 } " + chain + " fragment f" + fragments + " on Query { __typename }";
    }

    /** As above, and the last fragment is missing. */
    public static String unknownBomb(int fragments) {
        String bomb = fragmentBomb(fragments);
        return bomb.substring(0, bomb.indexOf(" fragment f" + fragments));
    }

    /** The messages of the chats of the messages of the chats: few fields, no call more, a hundred times each before. */
    public static String pagesOfPages(int levels) {
        String chat = "chat { recentMessages(first: 100) { nodes { ";
        return "{ account { messages(first: 500) { nodes { " + chat.repeat(levels) + "id " + "} } } ".repeat(levels)
                + "} } } }";
    }

    /** As above, through fields, and with the leaf first: what visits each fragment once sees no depth in it. */
    public static String deepBomb(int levels) {
        String chain = IntStream.range(0, levels)
                .mapToObj(i ->
                        "fragment d%d on Chat { lastMessage { chat { ...d%d } } a%d: lastMessage { chat { ...d%d } } }"
                                .formatted(i, i + 1, i, i + 1))
                .collect(Collectors.joining(" "));
        String leaf = "fragment d" + levels + " on Chat { chatId }";
        return leaf + " { account { chat(chatId: \"1@c.us\") { ...d" + levels + " ...d0 } } } " + chain;
    }

    /** Introspection that multiplies the schema by itself through fragments. */
    public static String introspectionBomb(int levels) {
        String chain = IntStream.range(0, levels)
                .mapToObj(i -> "fragment i%d on __Type { fields { type { ...i%d } } possibleTypes { ...i%d } }"
                        .formatted(i, i + 1, i + 1))
                .collect(Collectors.joining(" "));
        return "{ __schema { types { ...i0 } } } " + chain + " fragment i" + levels + " on __Type { name }";
    }

    /** Introspection in a circle, written out. */
    public static String circularIntrospection(int rounds) {
        return "{ __schema { types " + "{ fields { type ".repeat(rounds) + "{ name } " + "} } ".repeat(rounds) + "} }";
    }

    public static String aliases(int count) {
        return "{ account { "
                + IntStream.range(0, count).mapToObj(i -> "a" + i + ": name").collect(Collectors.joining(" "))
                + " } }";
    }

    public static String rootAliases(int count, String field) {
        return "{ "
                + IntStream.range(0, count)
                        .mapToObj(i -> "a" + i + ": " + field)
                        .collect(Collectors.joining(" "))
                + " }";
    }

    public static String duplicates(int count) {
        return "{ account { " + "name ".repeat(count) + "} }";
    }

    public static String directives(int count) {
        return "{ __typename " + "@include(if: true) ".repeat(count) + "}";
    }

    public static String unknownDirectives(int count) {
        return "{ __typename " + "@aa ".repeat(count) + "}";
    }

    /** So many levels of fields, at least three. */
    public static String deepFields(int levels) {
        String open = IntStream.range(0, levels - 3)
                .mapToObj(i -> i % 2 == 0 ? "lastMessage { " : "chat { ")
                .collect(Collectors.joining());
        return "{ account { chat(chatId: \"1@c.us\") { " + open + "__typename " + "} ".repeat(levels - 3) + "} } }";
    }

    public static String deepInlineFragments(int levels) {
        return "{ " + "... { ".repeat(levels) + "__typename " + "} ".repeat(levels) + "}";
    }

    public static String deepList(int levels) {
        return "{ account(name: " + "[".repeat(levels) + "]".repeat(levels) + ") { name } }";
    }

    public static String deepObject(int levels) {
        return "{ account(name: " + "{a: ".repeat(levels) + "1" + "}".repeat(levels) + ") { name } }";
    }

    public static String deepType(int levels) {
        return "query ($v: " + "[".repeat(levels) + "Int" + "]".repeat(levels) + ") { __typename }";
    }

    public static String longNumber(int digits) {
        return "{ account { chats(first: " + "9".repeat(digits) + ") { totalCount } } }";
    }

    public static String operations(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "query q%d { account { name } }".formatted(i))
                .collect(Collectors.joining(" "));
    }

    /** A chain of fragments as deep as their number. */
    public static String fragmentChain(int fragments) {
        String chain = IntStream.range(0, fragments)
                .mapToObj(i -> "fragment f%d on Query { ...f%d }".formatted(i, i + 1))
                .collect(Collectors.joining(" "));
        return "{ ...f0 } " + chain + " fragment f" + fragments + " on Query { __typename }";
    }
}
