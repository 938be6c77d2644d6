package dev.greengraph.simulator.world.cast;

import dev.greengraph.account.Messenger;
import java.util.List;

/** The people and groups around the studio on MAX; all names and numbers are invented. */
public final class StudioCast {

    /** The group with every kind of message that MAX has; nothing else is ever said in it. */
    public static final String SHOWCASE = "-70000000000001";

    private static final List<SimulatedPerson> PEOPLE = List.of(
            new SimulatedPerson("10000001", "Вера Примерова", "Вера"),
            new SimulatedPerson("10000002", "Oleg", ""),
            new SimulatedPerson("10000003", "Катя", "Катя (вечерняя группа)"),
            new SimulatedPerson("10000004", "Max Mustermann", ""),
            new SimulatedPerson("10000005", "Alina", "Алина Образцова"),
            new SimulatedPerson("10000006", "Саша", ""),
            new SimulatedPerson("10000007", "Denis", "Денис, звук"),
            new SimulatedPerson("10000008", "Юля", ""));

    private StudioCast() {}

    /** @param mediaUrl the address that all media lie below */
    public static Cast cast(String mediaUrl) {
        return new Cast(Messenger.MAX, "10000000", mediaUrl, chats(), StudioTalk.talk());
    }

    private static List<SimulatedChat> chats() {
        return List.of(
                SimulatedChat.with(PEOPLE.get(0), 3),
                SimulatedChat.with(PEOPLE.get(1), 1),
                SimulatedChat.with(PEOPLE.get(2), 3),
                SimulatedChat.with(PEOPLE.get(3), 2),
                SimulatedChat.with(PEOPLE.get(4), 2),
                SimulatedChat.with(PEOPLE.get(5), 1),
                SimulatedChat.with(PEOPLE.get(6), 1),
                SimulatedChat.with(PEOPLE.get(7), 1),
                new SimulatedChat(SHOWCASE, PEOPLE.subList(0, 3), 0, "Витрина"),
                new SimulatedChat("-70000000000002", PEOPLE.subList(0, 5), 3, "Вечерняя группа"),
                new SimulatedChat("-70000000000003", PEOPLE.subList(2, 8), 2, "Festival"),
                new SimulatedChat("-70000000000004", List.of(PEOPLE.get(6), PEOPLE.get(7)), 1, "Звук и свет"));
    }
}
