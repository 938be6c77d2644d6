package dev.greengraph.simulator.world.cast;

import dev.greengraph.account.Messenger;
import java.util.ArrayList;
import java.util.List;

/** The people and groups around the shop on WhatsApp; all names and numbers are invented. */
public final class ShopCast {

    /** The group with every kind of message; nothing else is ever said in it. */
    public static final String SHOWCASE = "120363000000000101@g.us";

    /** The chat with a history of several thousand messages. */
    public static final String TALKATIVE = "70000001005@c.us";

    /** A chat in which nothing was said for longer than any journal goes back: only the list of chats has it. */
    public static final String SILENT = "70000001030@c.us";

    /** A group the shop is no longer a member of. */
    public static final String LEFT_GROUP = "120363000000000303@g.us";

    private static final List<SimulatedPerson> PEOPLE = List.of(
            person(1001, "Vera S.", "Вера Примерова"),
            person(1002, ".", ""),
            person(1003, "Arman Demo", ""),
            person(1004, "Lena", "Елена Образцова"),
            person(1005, "Clay & Sons", "Clay & Sons, supplier"),
            person(1006, "Tomas", "Tomas Muster"),
            person(1007, "Оля 🌿", ""),
            person(1008, "Nina K", "Нина Кувшинова"),
            person(1009, "Jonas", ""),
            person(1010, "Courier Sam", "Courier Sam"),
            person(1011, "Игорь", "Игорь (упаковка)"),
            person(1012, "Café Probe", "Café Probe"),
            person(1013, "Mr. Nobody", ""),
            person(1014, "Aigul", "Айгуль Тестова"),
            person(1015, "Пётр", ""),
            person(1016, "Sofia Exempel", "Sofia Exempel"),
            person(1017, "70000001017", ""),
            person(1018, "Hotel Beispiel", "Hotel Beispiel, reception"),
            person(1019, "Даша", "Дарья Макетова"),
            person(1020, "", ""),
            person(1021, "Ben", "Ben (photos)"),
            person(1022, "Marta", ""),
            person(1023, "Рустам", "Рустам Шаблонов"),
            person(1024, "Ivy", ""));

    private static final SimulatedPerson MILA = new SimulatedPerson("900000000000001@lid", "Mila", "");
    private static final SimulatedPerson NAMELESS = new SimulatedPerson("900000000000002@lid", "", "");
    private static final SimulatedPerson SERVICE = new SimulatedPerson("0@c.us", "", "");

    /** Those whose stories the shop sees. */
    public static final List<SimulatedPerson> STORYTELLERS =
            List.of(PEOPLE.get(0), PEOPLE.get(1), PEOPLE.get(3), PEOPLE.get(7), PEOPLE.get(13), MILA);

    private ShopCast() {}

    /** @param mediaUrl the address that all media lie below */
    public static Cast cast(String mediaUrl) {
        return new Cast(Messenger.WHATSAPP, "70000001000@c.us", mediaUrl, chats(), ShopTalk.talk());
    }

    private static List<SimulatedChat> chats() {
        List<SimulatedChat> chats = new ArrayList<>();
        for (SimulatedPerson person : PEOPLE) {
            chats.add(SimulatedChat.with(
                    person, person.id().equals(TALKATIVE) ? 4 : 1 + person.id().charAt(10) % 3));
        }
        chats.add(SimulatedChat.with(MILA, 2));
        chats.add(SimulatedChat.with(NAMELESS, 1));
        chats.add(SimulatedChat.with(new SimulatedPerson("70000009999@c.us", "", ""), 0));
        chats.add(new SimulatedChat(SHOWCASE, List.of(PEOPLE.get(0), PEOPLE.get(1), MILA), 0, "Витрина · Showcase"));
        chats.add(new SimulatedChat(LEFT_GROUP, PEOPLE.subList(8, 11), 0, "Spring fair 2024"));
        chats.add(new SimulatedChat("120363000000000202@g.us", PEOPLE.subList(3, 9), 3, "Керамика: заказы"));
        chats.add(new SimulatedChat("120363000000000404@g.us", PEOPLE.subList(9, 13), 3, "Deliveries"));
        chats.add(new SimulatedChat("120363000000000505@g.us", PEOPLE.subList(12, 22), 2, "Workshop on Saturdays"));
        chats.add(new SimulatedChat(
                "120363000000000606@g.us", List.of(MILA, PEOPLE.get(20), PEOPLE.get(21)), 1, "Photos 📷"));
        chats.add(new SimulatedChat("70000001001-1500000001@g.us", PEOPLE.subList(0, 4), 1, "Старая печь"));
        chats.add(SimulatedChat.with(SERVICE, 1));
        chats.add(new SimulatedChat(SILENT, List.of(new SimulatedPerson(SILENT, "Greta", "Greta (lease)")), 0));
        return chats;
    }

    private static SimulatedPerson person(int number, String name, String contactName) {
        return new SimulatedPerson("7000000" + number + "@c.us", name, contactName);
    }
}
