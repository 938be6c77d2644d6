package dev.greengraph.simulator.content;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** Locations, contacts and group invitations. */
public final class Cards {

    private Cards() {}

    /** A location; name and address may be empty. A whole number of degrees is written without a fraction. */
    public static Content location(String name, String address, double latitude, double longitude) {
        return Content.of("locationMessage", entry -> {
            ObjectNode location = entry.putObject("location");
            location.put("nameLocation", name).put("address", address).put("jpegThumbnail", "");
            degrees(location, "latitude", latitude);
            degrees(location, "longitude", longitude);
            ForwardingKeys.put(location, 0);
        });
    }

    private static void degrees(ObjectNode location, String key, double value) {
        if (value == Math.rint(value)) {
            location.put(key, (int) value);
        } else {
            location.put(key, value);
        }
    }

    /** One contact, as a vCard. */
    public static Content contact(String name, String phone) {
        return Content.of("contactMessage", entry -> {
            ObjectNode contact = entry.putObject("contact");
            card(contact, name, phone);
            ForwardingKeys.put(contact, 0);
        });
    }

    /** Several contacts; names and phone numbers alternate. */
    public static Content contacts(List<String> namesAndPhones) {
        return Content.of("contactsArrayMessage", entry -> {
            ArrayNode contacts = entry.putArray("contacts");
            for (int i = 0; i < namesAndPhones.size(); i += 2) {
                card(contacts.addObject(), namesAndPhones.get(i), namesAndPhones.get(i + 1));
            }
        });
    }

    private static void card(ObjectNode node, String name, String phone) {
        node.put("displayName", name);
        node.put(
                "vcard",
                "BEGIN:VCARD\nVERSION:3.0\nN:;" + name + ";;;\nFN:" + name + "\nTEL;type=CELL;type=VOICE;waid=" + phone
                        + ":+" + phone + "\nEND:VCARD");
    }

    /** An invitation with its expiry as a string of seconds. */
    public static Content invite(String group, String name, String caption, long expiresAtEpochSeconds) {
        return invite(group, name, caption, data -> data.put("inviteExpiration", Long.toString(expiresAtEpochSeconds)));
    }

    /** An invitation with its expiry as an object with the halves of a 64-bit number. */
    public static Content inviteWithSplitExpiry(String group, String name, long expiresAtEpochSeconds) {
        return invite(
                group,
                name,
                "",
                data -> data.putObject("inviteExpiration")
                        .put("low", (int) expiresAtEpochSeconds)
                        .put("high", 0)
                        .put("unsigned", false));
    }

    private static Content invite(String group, String name, String caption, Consumer<ObjectNode> expiry) {
        return Content.of("groupInviteMessage", entry -> {
            ObjectNode data = entry.putObject("groupInviteMessageData");
            data.put("groupJid", group).put("inviteCode", "SAMPLEINVITECODE00001");
            expiry.accept(data);
            data.put("groupName", name)
                    .put("caption", caption)
                    .put("name", name)
                    .put("jpegThumbnail", "");
        });
    }
}
