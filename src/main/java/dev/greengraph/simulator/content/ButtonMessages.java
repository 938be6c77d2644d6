package dev.greengraph.simulator.content;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Messages with buttons or lists, and the replies to them. */
public final class ButtonMessages {

    private static final String FOOTER = "Glina & Co";

    private ButtonMessages() {}

    public static Content buttons(String text, String first, String second) {
        return Content.of("buttonsMessage", entry -> {
            ObjectNode node = entry.putObject("buttonsMessage");
            node.put("contentText", text).put("footer", FOOTER);
            ArrayNode buttons = node.putArray("buttons");
            buttons.addObject().put("buttonId", "1").put("buttonText", first);
            buttons.addObject().put("buttonId", "2").put("buttonText", second);
            ForwardingKeys.put(node, 0);
        });
    }

    public static Content pressed(String messageId, String buttonId, String text) {
        return Content.of(
                "buttonsResponseMessage",
                entry -> entry.putObject("buttonsResponseMessage")
                        .put("stanzaId", messageId)
                        .put("selectedButtonId", buttonId)
                        .put("selectedButtonText", text));
    }

    public static Content list(String title, String text) {
        return Content.of("listMessage", entry -> {
            ObjectNode node = entry.putObject("listMessage");
            node.put("contentText", text).put("title", title).put("footer", "").put("buttonText", "Open the list");
            ObjectNode section = node.putArray("sections").addObject().put("title", "Stoneware");
            ArrayNode rows = section.putArray("rows");
            rows.addObject().put("title", "Sand").put("rowId", "sand").put("description", "matt");
            rows.addObject().put("title", "Sea").put("rowId", "sea").put("description", "");
            ForwardingKeys.put(node, 0);
        });
    }

    public static Content picked(String messageId, String rowId, String title) {
        return Content.of(
                "listResponseMessage",
                entry -> entry.putObject("listResponseMessage")
                        .put("stanzaId", messageId)
                        .put("title", title)
                        .put("listType", 1)
                        .put("singleSelectReply", rowId));
    }

    /** The older reply to a list; the choice is an object. */
    public static Content pickedTheOldWay(String messageId, String rowId, String title) {
        return Content.of("listResponseMessage", entry -> {
            ObjectNode node = entry.putObject("listResponseMessage");
            node.put("stanzaId", messageId).put("title", title).put("listType", 1);
            node.putObject("singleSelectReply").put("selectedRowId", rowId);
        });
    }

    public static Content template(String text) {
        return Content.of("templateMessage", entry -> {
            ObjectNode node = entry.putObject("templateMessage");
            node.put("namespace", "")
                    .put("elementName", "")
                    .put("contentText", text)
                    .put("footer", FOOTER);
            ArrayNode buttons = node.putArray("buttons");
            ObjectNode site = buttons.addObject().put("index", 1).putObject("urlButton");
            site.put("displayText", "Open the shop").put("url", "https://shop.example");
            ObjectNode call = buttons.addObject().put("index", 2).putObject("callButton");
            call.put("displayText", "Call us").put("phoneNumber", "70000001000");
            ObjectNode reply = buttons.addObject().put("index", 3).putObject("quickReplyButton");
            reply.put("displayText", "All good").put("id", "good");
            ForwardingKeys.put(node, 0);
        });
    }

    /** The reply to a template; type and key differ by one letter, and the displayed text may be empty. */
    public static Content templateReply(String messageId, String id, String shown) {
        return Content.of(
                "templateButtonsReplyMessage",
                entry -> entry.putObject("templateButtonReplyMessage")
                        .put("stanzaId", messageId)
                        .put("selectedIndex", 3)
                        .put("selectedId", id)
                        .put("selectedDisplayText", shown));
    }

    public static Content interactive(String title, String text) {
        return Content.of("interactiveButtons", entry -> {
            ArrayNode buttons = interactive(entry, "interactiveButtons", title, text);
            button(buttons, "url", "1", "Track it").put("url", "https://shop.example/orders/1041");
            button(buttons, "call", "2", "Call us").put("phoneNumber", "70000001000");
            button(buttons, "copy", "3", "Copy the code").put("copyCode", "CLAY10");
        });
    }

    public static Content interactiveReply(String text) {
        return Content.of("interactiveButtonsReply", entry -> {
            ArrayNode buttons = interactive(entry, "interactiveButtonsReply", "", text);
            buttons.addObject().put("buttonId", "yes").put("buttonText", "Yes");
            buttons.addObject().put("buttonId", "no").put("buttonText", "No");
        });
    }

    private static ArrayNode interactive(ObjectNode entry, String key, String title, String text) {
        ObjectNode node = entry.putObject(key);
        node.put("titleText", title).put("contentText", text).put("footerText", FOOTER);
        return node.putArray("buttons");
    }

    private static ObjectNode button(ArrayNode buttons, String type, String id, String text) {
        return buttons.addObject().put("type", type).put("buttonId", id).put("buttonText", text);
    }

    public static Content interactiveAnswer(String messageId, String id, String shown) {
        return Content.of(
                "interactiveButtonsResponse",
                entry -> entry.putObject("interactiveButtonsResponse")
                        .put("stanzaId", messageId)
                        .put("selectedIndex", 1)
                        .put("selectedId", id)
                        .put("selectedDisplayText", shown));
    }
}
