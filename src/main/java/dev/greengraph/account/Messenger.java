package dev.greengraph.account;

/** The messenger behind an account; it decides paths, rates and the look of ids. */
public enum Messenger {
    /** WhatsApp: chat ids such as {@code 70000001234@c.us}. */
    WHATSAPP,
    /** MAX: chat ids are decimal numbers, negative ones are groups. */
    MAX
}
