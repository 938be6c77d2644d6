package dev.greengraph.graphql.call;

import org.eclipse.microprofile.graphql.Description;

@Description("How far a call came.")
public enum CallStatus {
    @Description("It rings, or rang.")
    OFFERED,

    @Description("It was answered.")
    PICKED_UP,

    @Description("It was answered and has ended, or the caller gave up.")
    HUNG_UP,

    @Description("Nobody answered.")
    MISSED,

    @Description("It was refused.")
    DECLINED,

    @Description("The upstream does not say it, or says something that this schema does not know.")
    UNKNOWN
}
