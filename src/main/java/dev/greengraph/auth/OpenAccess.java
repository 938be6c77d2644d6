package dev.greengraph.auth;

import dev.greengraph.account.Accounts;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;

/** Mode {@code open}: every caller may read every account. */
final class OpenAccess implements Authenticator {

    private final Accounts accounts;

    OpenAccess(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Uni<Caller> callerOf(MultiMap headers) {
        return Uni.createFrom().item(new Caller("", accounts));
    }

    @Override
    public AuthMode mode() {
        return AuthMode.OPEN;
    }
}
