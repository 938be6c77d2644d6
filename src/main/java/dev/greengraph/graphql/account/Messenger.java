package dev.greengraph.graphql.account;

import org.eclipse.microprofile.graphql.Description;

/** The messenger behind an account. */
@Description("The messenger behind an account.")
public enum Messenger {
    /** WhatsApp. */
    @Description("WhatsApp.")
    WHATSAPP,

    /** MAX. */
    @Description("MAX.")
    MAX
}
