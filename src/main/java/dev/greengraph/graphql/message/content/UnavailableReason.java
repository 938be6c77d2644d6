package dev.greengraph.graphql.message.content;

import org.eclipse.microprofile.graphql.Description;

/** Why the upstream has a placeholder where the text or the file belongs. */
@Description("Why the upstream has a placeholder where the text or the file belongs.")
public enum UnavailableReason {
    /** The first message of a chat has not arrived completely yet. */
    @Description("The first message of a chat has not arrived completely yet.")
    NOT_DELIVERED_YET,

    /** The file is too large for the upstream (over 100 MB). */
    @Description("The file is too large for the upstream (over 100 MB).")
    FILE_TOO_LARGE,

    /** The upstream could not decrypt it. */
    @Description("The upstream could not decrypt it.")
    NOT_DECRYPTED,

    /** The upstream gives another or no reason. */
    @Description("The upstream gives another or no reason.")
    OTHER
}
