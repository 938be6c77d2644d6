package dev.greengraph.graphql.state;

import org.eclipse.microprofile.graphql.Description;

@Description("What state an account is in.")
public enum AccountStateKind {
    @Description("Connected: messages come in and go out.")
    AUTHORIZED,

    @Description("Not connected: its QR code or pairing code has to be entered.")
    NOT_AUTHORIZED,

    @Description("A pairing code was requested and has not been entered yet.")
    PENDING_CODE,

    @Description("Starting; up to five minutes.")
    STARTING,

    @Description("The telephone is off or offline; an older state that accounts rarely have.")
    SLEEP_MODE,

    @Description("The messenger keeps it from sending for some time; the upstream's older name is yellowCard.")
    SUSPENDED,

    @Description("Banned by the messenger.")
    BLOCKED,

    @Description("A state that this schema does not know; see upstreamState.")
    UNKNOWN
}
