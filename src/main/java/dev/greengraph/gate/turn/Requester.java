package dev.greengraph.gate.turn;

/**
 * Whom an upstream call is for, as far as turns are shared.
 *
 * @param name tells requesters apart; may be personal, so it is never logged and no metric has it
 * @param label what metrics call it: its name if the settings have it, else {@link #OTHERS}
 * @param weight how many turns it gets for each turn of one with weight 1 while both wait
 * @param priority its class
 */
public record Requester(String name, String label, double weight, Priority priority) {

    /** The label of all whom the settings do not name. */
    public static final String OTHERS = "others";

    /** Nobody in particular: a revalidation, or what is told to subscribers. */
    public static final Requester NONE = unnamed("");

    /** One whom the settings do not name. */
    public static Requester unnamed(String name) {
        return new Requester(name, OTHERS, 1, Priority.NORMAL);
    }
}
