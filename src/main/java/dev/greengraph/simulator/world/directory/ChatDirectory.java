package dev.greengraph.simulator.world.directory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.account.Messenger;
import dev.greengraph.simulator.world.cast.Cast;
import dev.greengraph.simulator.world.cast.ShopCast;
import dev.greengraph.simulator.world.cast.SimulatedChat;
import dev.greengraph.simulator.world.cast.SimulatedPerson;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The chats of an account as its address book and its list of chats have them. */
public final class ChatDirectory {

    /** The old group is out of the way. */
    private static final String ARCHIVED = "70000001001-1500000001@g.us";

    private static final long FIRST_PHONE = 70_000_000_000L;

    private final Cast cast;

    public ChatDirectory(Cast cast) {
        this.cast = cast;
    }

    /** The list of chats. */
    public List<ObjectNode> chats(Collection<SimulatedChat> chats) {
        return chats.stream().map(this::listed).toList();
    }

    private ObjectNode listed(SimulatedChat chat) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (cast.messenger() == Messenger.MAX) {
            return node.put("chatId", chat.id())
                    .put("phoneNumber", phone(chat))
                    .put("name", chat.title())
                    .put("type", chat.isGroup() ? "group" : "user");
        }
        return node.put("archive", chat.id().equals(ARCHIVED))
                .put("id", chat.id())
                .put("name", chat.title())
                .put("type", chat.isGroup() ? "group" : "user")
                .put("ephemeralExpiration", 0)
                .put("ephemeralSettingTimestamp", 0);
    }

    /** The picture of a person or a group; those without a name have none. */
    public ObjectNode avatar(String chatId) {
        boolean hasOne = cast.chats().stream()
                .anyMatch(chat -> chat.id().equals(chatId) && !chat.title().isEmpty());
        return JsonNodeFactory.instance
                .objectNode()
                .put(
                        "urlAvatar",
                        hasOne ? cast.mediaHost() + "/avatars/" + chatId.replaceAll("[^0-9]", "") + ".jpg" : "")
                .put("available", hasOne);
    }

    /** The address book: people and groups alike. */
    public List<ObjectNode> contacts(Collection<SimulatedChat> chats) {
        return chats.stream().map(this::contact).toList();
    }

    private ObjectNode contact(SimulatedChat chat) {
        SimulatedPerson person = chat.members().get(0);
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put(idKey(), chat.id())
                .put("name", chat.isGroup() ? chat.title() : person.name())
                .put("contactName", chat.isGroup() ? "" : person.contactName())
                .put("type", chat.isGroup() ? "group" : "user");
        return cast.messenger() == Messenger.MAX ? node.put("phoneNumber", phone(chat)) : node;
    }

    private String idKey() {
        return cast.messenger() == Messenger.MAX ? "chatId" : "id";
    }

    private static long phone(SimulatedChat chat) {
        return chat.isGroup() ? 0 : FIRST_PHONE + Long.parseLong(chat.id()) % 10_000_000;
    }

    /** What the messenger says about a person. */
    public ObjectNode contactInfo(String chatId) {
        SimulatedPerson person = cast.chats().stream()
                .flatMap(chat -> chat.members().stream())
                .filter(member -> member.id().equals(chatId))
                .findFirst()
                .orElseGet(() -> new SimulatedPerson(chatId, "", ""));
        boolean isBusiness = person.contactName().contains("supplier");
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("avatar", avatar(chatId).path("urlAvatar").asText())
                .put("name", person.name())
                .put("contactName", person.contactName())
                .put("chatId", chatId)
                .putNull("lastSeen");
        return cast.messenger() == Messenger.MAX
                ? node
                : node.put("email", isBusiness ? "orders@clay.example" : "")
                        .put("category", isBusiness ? "Pottery supplies" : "")
                        .put("description", "")
                        .put("isBusiness", isBusiness);
    }

    /** What the messenger says about a group; nothing of one that the account is no member of. */
    public Optional<ObjectNode> group(String groupId) {
        return cast.chats().stream()
                .filter(chat -> chat.isGroup() && chat.id().equals(groupId))
                .filter(chat -> !groupId.equals(ShopCast.LEFT_GROUP))
                .findFirst()
                .map(this::group);
    }

    private ObjectNode group(SimulatedChat chat) {
        boolean onMax = cast.messenger() == Messenger.MAX;
        ObjectNode group = JsonNodeFactory.instance
                .objectNode()
                .put(onMax ? "chatId" : "groupId", chat.id())
                .put("owner", cast.ownId())
                .put("subject", chat.subject())
                .put("description", "")
                .put("creation", 1_765_999_000)
                .put("groupInviteLink", "https://invite.example/" + chat.id().hashCode())
                .put("size", chat.members().size() + 1);
        ArrayNode participants = group.putArray("participants");
        participants.addObject().put(idKey(), cast.ownId()).put("isAdmin", true).put("isSuperAdmin", true);
        chat.members()
                .forEach(member -> participants
                        .addObject()
                        .put(idKey(), member.id())
                        .put("isAdmin", false)
                        .put("isSuperAdmin", false));
        return group;
    }
}
