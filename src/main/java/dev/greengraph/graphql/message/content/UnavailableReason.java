package dev.greengraph.graphql.message.content;

import org.eclipse.microprofile.graphql.Description;

@Description("Why the upstream has a placeholder where the text or the file belongs.")
public enum UnavailableReason {
    @Description("The first message of a chat has not arrived completely yet.")
    NOT_DELIVERED_YET,

    @Description("The file is too large for the upstream (over 100 MB).")
    FILE_TOO_LARGE,

    @Description("The upstream could not decrypt it.")
    NOT_DECRYPTED,

    @Description("The upstream gives another or no reason.")
    OTHER
}
