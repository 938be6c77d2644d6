package dev.greengraph.simulator.world.cast;

import java.util.List;

/**
 * The conversations of an account; chats go through them in an order of their own.
 *
 * @param personal what is said between two
 * @param group what is said in groups
 */
public record Talk(List<List<Line>> personal, List<List<Line>> group) {

    public static Talk of(String personal, String group) {
        return new Talk(Line.conversations(personal), Line.conversations(group));
    }

    public List<List<Line>> in(SimulatedChat chat) {
        return chat.isGroup() ? group : personal;
    }
}
