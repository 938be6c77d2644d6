package dev.greengraph.graphql.message.content;

import org.eclipse.microprofile.graphql.Description;

@Description("How far an outgoing message got.")
public enum DeliveryStatus {
    @Description("It is being sent.")
    PENDING,

    @Description("The messenger has it (one tick).")
    SENT,

    @Description("The recipient has it (two ticks).")
    DELIVERED,

    @Description("It was read, viewed or listened to.")
    READ,

    @Description("It was refused.")
    FAILED,

    @Description("The number has no account in the messenger.")
    NO_ACCOUNT,

    @Description("The account is not a member of the group.")
    NOT_IN_GROUP,

    @Description("Sending is suspended because it looked like spam.")
    YELLOW_CARD,

    @Description("The upstream does not say, or says something new.")
    UNKNOWN
}
