package dev.greengraph.simulator.world;

import java.util.List;

/** The people and groups around the studio on MAX; all names and numbers are invented. */
final class StudioCast {

    private static final List<Person> PEOPLE = List.of(
            new Person("10000001", "Вера Примерова", "Вера"),
            new Person("10000002", "Oleg", ""),
            new Person("10000003", "Катя", "Катя (вечерняя группа)"),
            new Person("10000004", "Max Mustermann", ""),
            new Person("10000005", "Alina", "Алина Образцова"),
            new Person("10000006", "Саша", ""),
            new Person("10000007", "Denis", "Денис, звук"),
            new Person("10000008", "Юля", ""));

    private StudioCast() {}

    static Cast cast() {
        return new Cast(Messenger.MAX, "10000000", "https://media-3100.example/3100000001", chats(), StudioTalk.talk());
    }

    private static List<Chat> chats() {
        return List.of(
                Chat.with(PEOPLE.get(0), 3),
                Chat.with(PEOPLE.get(1), 1),
                Chat.with(PEOPLE.get(2), 3),
                Chat.with(PEOPLE.get(3), 2),
                Chat.with(PEOPLE.get(4), 2),
                Chat.with(PEOPLE.get(5), 1),
                Chat.with(PEOPLE.get(6), 1),
                Chat.with(PEOPLE.get(7), 1),
                new Chat(StudioShowcase.CHAT, PEOPLE.subList(0, 3), 0),
                new Chat("-70000000000002", PEOPLE.subList(0, 5), 3),
                new Chat("-70000000000003", PEOPLE.subList(2, 8), 2),
                new Chat("-70000000000004", List.of(PEOPLE.get(6), PEOPLE.get(7)), 1));
    }
}
