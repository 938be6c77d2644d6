package dev.greengraph.graphql.account;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Description("The messenger behind an account.")
@Enum("Messenger")
public enum MessengerView {
    @Description("WhatsApp.")
    WHATSAPP,

    @Description("MAX.")
    MAX
}
