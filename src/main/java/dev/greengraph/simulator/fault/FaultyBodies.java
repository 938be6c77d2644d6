package dev.greengraph.simulator.fault;

/** Makes valid JSON invalid or unusual. Input: the compact text of an array of entries or of one entry. */
final class FaultyBodies {

    private FaultyBodies() {}

    /** Without the comma between the first two entries, or between the first two keys of a single one. */
    static String commaMissing(String json) {
        return replaceFirstComma(json, " ", "[{\"type\":\"incoming\" \"typeMessage\":\"textMessage\"}]");
    }

    /** With that comma doubled. */
    static String commaDoubled(String json) {
        return replaceFirstComma(json, ",,", "[,,]");
    }

    /** With a trailing comma; an empty array is unchanged, since a comma there would stand for an entry. */
    static String commaTrailing(String json) {
        return json.length() <= 2 ? json : json.substring(0, json.length() - 1) + "," + json.charAt(json.length() - 1);
    }

    private static String replaceFirstComma(String json, String replacement, String ofEmpty) {
        int between = json.indexOf("},{");
        int comma = between >= 0 ? between + 1 : json.indexOf(",\"");
        return comma < 0 ? ofEmpty : json.substring(0, comma) + replacement + json.substring(comma + 1);
    }
}
