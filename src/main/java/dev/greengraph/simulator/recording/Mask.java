package dev.greengraph.simulator.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes out of an answer who it is about and what was said. Names of fields, words of the protocol, small numbers,
 * times and truth values stay; everything else is replaced, so also what is not known here.
 */
final class Mask {

    /** Begins the address of a file: a replay puts its own before the rest. */
    static final String MEDIA = "recorded-media:";

    private static final int SMALL = 10_000;
    private static final Set<String> EXTENSIONS = Set.of("jpg", "png", "webp", "mp4", "oga", "mp3", "pdf", "xlsx");
    private static final Pattern WORD = Pattern.compile("(?!.*\\d{5})[A-Za-z][A-Za-z0-9_]{0,39}");

    /** Fields that hold words of the protocol, and what these look like. */
    private static final Map<String, Pattern> PROTOCOL = Map.ofEntries(
            Map.entry("type", WORD),
            Map.entry("typeMessage", WORD),
            Map.entry("statusMessage", WORD),
            Map.entry("stateInstance", WORD),
            Map.entry("chatType", WORD),
            Map.entry("previewType", WORD),
            Map.entry("mediaType", WORD),
            Map.entry("method", WORD),
            Map.entry("font", WORD),
            Map.entry("backgroundColor", Pattern.compile("#[0-9A-Fa-f]{6}")),
            Map.entry("mimeType", Pattern.compile("(?!.*\\d{5})[a-z]+/[A-Za-z0-9.+-]{1,90}(; codecs=[a-z0-9]+)?")),
            Map.entry(
                    "status",
                    Pattern.compile("read|delivered|sent|pending|failed|noAccount|notInGroup|yellowCard"
                            + "|hangUp|pickUp|missed|declined|error|[A-Z]+_[A-Z_]+")),
            Map.entry("minutes", Pattern.compile("\\d{1,9}")));

    private static final Set<String> ANSWERS = Set.of("yes", "no");
    /** What the upstream writes in place of an address. */
    private static final Pattern MARKER = Pattern.compile("\\{\\{[A-Z]+[0-9]{0,4}}}");

    private static final Pattern ADDRESS = Pattern.compile("(?is)https?://.*");
    private static final Pattern EXTENSION = Pattern.compile("(?s).*\\.([a-z0-9]{2,4})(?:\\?.*)?");
    private static final Pattern LINE_OF_CARD = Pattern.compile(
            "((?:item\\d\\.)?(?:N|FN|TEL|ORG|EMAIL|ADR|URL|NOTE|TITLE|BDAY|NICKNAME|X-[A-Z-]+)(?:;[A-Za-z]+(?:=[A-Za-z0-9,-]+)?)*)(:.*)");
    private static final Pattern FRAME_OF_CARD = Pattern.compile("(BEGIN|END):VCARD|VERSION:\\d\\.\\d");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{5,}");
    /** What the upstream says of a failure; whatever has a digit in it may name somebody. */
    private static final Pattern SENTENCE = Pattern.compile("[A-Za-z][A-Za-z ,.:'_-]{0,119}");

    private static final Pattern CHAT = Pattern.compile("(\\d+)(?:-(\\d+))?@(c\\.us|g\\.us|lid|s\\.whatsapp\\.net)");

    private final Pseudonyms pseudonyms;
    private int addresses;

    Mask(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    JsonNode of(JsonNode value) {
        return of("", value);
    }

    /** The arguments of a call, whose numbers are no secret. */
    ObjectNode ofArguments(ObjectNode arguments) {
        return (ObjectNode) of(arguments);
    }

    /** An answer that is no data: what the gateway tells failures apart by stays, the path with the token goes. */
    JsonNode ofRefusal(JsonNode refusal) {
        if (refusal.isTextual()) {
            return TextNode.valueOf(sentence(refusal.asText()));
        }
        JsonNode masked = of(refusal);
        if (masked instanceof ObjectNode object) {
            object.remove("path");
            if (refusal.path("message").isTextual()) {
                object.put("message", sentence(refusal.path("message").asText()));
            }
            if (refusal.path("code").isTextual()) {
                object.put("code", sentence(refusal.path("code").asText()));
            }
        }
        return masked;
    }

    private String sentence(String text) {
        return SENTENCE.matcher(text).matches() ? text : pseudonyms.of(text);
    }

    private JsonNode of(String name, JsonNode value) {
        if (value instanceof ObjectNode object) {
            ObjectNode masked = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> {
                boolean isName = WORD.matcher(field.getKey()).matches();
                masked.set(
                        isName ? field.getKey() : pseudonyms.of(field.getKey()), of(field.getKey(), field.getValue()));
            });
            return masked;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode masked = JsonNodeFactory.instance.arrayNode();
            array.forEach(each -> masked.add(of(name, each)));
            return masked;
        }
        if (value.isTextual()) {
            return TextNode.valueOf(Times.isTime(name, value) ? value.asText() : text(name, value.asText()));
        }
        return value.isNumber() && !Times.isTime(name, value) ? number(value) : value;
    }

    private JsonNode number(JsonNode number) {
        if (!number.isIntegralNumber() || !number.canConvertToLong()) {
            return DoubleNode.valueOf(Integer.parseInt(pseudonyms
                            .number(number.asText().replaceAll("\\D", ""))
                            .substring(0, 1))
                    + 0.5);
        }
        long value = number.asLong();
        if (Math.abs(value) < SMALL) {
            return number;
        }
        long pseudonym = Long.parseLong(pseudonyms.number(Long.toString(Math.abs(value))));
        return LongNode.valueOf(value < 0 ? -pseudonym : pseudonym);
    }

    private String text(String name, String text) {
        Pattern protocol = PROTOCOL.get(name);
        Matcher chat = CHAT.matcher(text);
        if (text.isEmpty()
                || ANSWERS.contains(text)
                || MARKER.matcher(text).matches()
                || (protocol != null && protocol.matcher(text).matches())) {
            return text;
        }
        if (ADDRESS.matcher(text).matches()) {
            return address(name, text);
        }
        if (name.toLowerCase(Locale.ROOT).endsWith("thumbnail")) {
            return "";
        }
        if (chat.matches()) {
            String second = chat.group(2) == null ? "" : "-" + id(chat.group(2));
            return id(chat.group(1)) + second + "@" + chat.group(3);
        }
        return switch (name) {
            case "vcard" -> text.lines().map(this::lineOfCard).collect(Collectors.joining("\n"));
            case "fileName" -> fileName(text);
            default -> pseudonyms.of(text);
        };
    }

    /** The service chat has a number that is nobody's. */
    private String id(String digits) {
        return digits.equals("0") ? digits : pseudonyms.number(digits);
    }

    private String address(String name, String address) {
        Matcher found = EXTENSION.matcher(address);
        String extension = found.matches() ? found.group(1) : "";
        boolean isPicture = name.toLowerCase(Locale.ROOT).endsWith("avatar");
        addresses++;
        if (EXTENSIONS.contains(extension)) {
            return MEDIA + addresses + "." + extension;
        }
        return isPicture ? MEDIA + addresses + ".jpg" : "https://recorded.example/" + addresses;
    }

    /** The names of a card's lines say what they are; what follows is about a person. */
    private String lineOfCard(String line) {
        Matcher named = LINE_OF_CARD.matcher(line);
        if (FRAME_OF_CARD.matcher(line).matches()) {
            return line;
        }
        if (!named.matches()) {
            return pseudonyms.of(line);
        }
        String name = LONG_NUMBER.matcher(named.group(1)).replaceAll(number -> pseudonyms.number(number.group()));
        return name + pseudonyms.of(named.group(2));
    }

    private String fileName(String name) {
        Matcher found = EXTENSION.matcher(name);
        if (!found.matches() || !EXTENSIONS.contains(found.group(1))) {
            return pseudonyms.of(name);
        }
        int dot = found.start(1) - 1;
        return pseudonyms.of(name.substring(0, dot)) + name.substring(dot);
    }
}
