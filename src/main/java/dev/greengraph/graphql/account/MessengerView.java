package dev.greengraph.graphql.account;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The messenger behind an account. */
@Description("The messenger behind an account.")
@Enum("Messenger")
public enum MessengerView {
    /** WhatsApp. */
    @Description("WhatsApp.")
    WHATSAPP,

    /** MAX. */
    @Description("MAX.")
    MAX
}
