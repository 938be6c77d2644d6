package dev.greengraph.graphql.emptiness;

import org.eclipse.microprofile.graphql.Description;

@Description("Why a list is empty, the first of these that holds.")
public enum EmptyReason {
    @Description(
            "The upstream has entries, and none is shown: the arguments leave them out, or they could not be read.")
    NOTHING_MATCHES,
    @Description("Settings of the account keep them from being written down: settings names them.")
    SETTINGS_OFF,
    @Description("The account is not connected to its messenger: Account.state says what it lacks.")
    ACCOUNT_NOT_CONNECTED,
    @Description("The upstream still reads what was in the account before it was connected: Account.sync says how far.")
    STILL_SYNCING,
    @Description("The upstream names no cause: most likely nothing was sent or received, or it is not there yet.")
    NO_CAUSE_KNOWN
}
