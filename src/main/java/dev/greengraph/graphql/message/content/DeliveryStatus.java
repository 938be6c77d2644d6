package dev.greengraph.graphql.message.content;

import org.eclipse.microprofile.graphql.Description;

/** How far an outgoing message got. */
@Description("How far an outgoing message got.")
public enum DeliveryStatus {
    /** It is being sent. */
    @Description("It is being sent.")
    PENDING,

    /** The messenger has it (one tick). */
    @Description("The messenger has it (one tick).")
    SENT,

    /** The recipient has it (two ticks). */
    @Description("The recipient has it (two ticks).")
    DELIVERED,

    /** It was read, viewed or listened to. */
    @Description("It was read, viewed or listened to.")
    READ,

    /** It was refused. */
    @Description("It was refused.")
    FAILED,

    /** The number has no account in the messenger. */
    @Description("The number has no account in the messenger.")
    NO_ACCOUNT,

    /** The account is not a member of the group. */
    @Description("The account is not a member of the group.")
    NOT_IN_GROUP,

    /** Sending is suspended because it looked like spam. */
    @Description("Sending is suspended because it looked like spam.")
    YELLOW_CARD,

    /** The upstream does not say, or says something new. */
    @Description("The upstream does not say, or says something new.")
    UNKNOWN
}
