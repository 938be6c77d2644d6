package dev.greengraph.simulator.world;

/** The two messengers; they differ in identifiers, limits and in what their upstream remembers. */
public enum Messenger {
    WHATSAPP("WhatsApp"),
    MAX("MAX");

    private final String title;

    Messenger(String title) {
        this.title = title;
    }

    /** The name as people write it. */
    public String title() {
        return title;
    }
}
