package dev.greengraph.account;

import java.net.URI;

/**
 * One upstream account with its credentials.
 *
 * @param id the name in the configuration
 * @param idInstance the upstream's number of the account, decimal, may exceed 32 bits
 * @param apiToken the upstream's token: a path segment of every upstream URL
 * @param apiUrl where the upstream answers, without a slash at its end
 * @param messenger WhatsApp or MAX
 */
public record Account(AccountId id, String idInstance, Secret apiToken, URI apiUrl, Messenger messenger) {

    /** Only the name: logs hold no id and no address of the upstream. */
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
