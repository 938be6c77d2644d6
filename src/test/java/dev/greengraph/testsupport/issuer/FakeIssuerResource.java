package dev.greengraph.testsupport.issuer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Starts {@link FakeIssuer} before the gateway, which is told its address, and gives it to the fields of that type. */
public class FakeIssuerResource implements QuarkusTestResourceLifecycleManager {

    private final FakeIssuer issuer = new FakeIssuer();

    @Override
    public Map<String, String> start() {
        return Map.of("quarkus.oidc.auth-server-url", issuer.start());
    }

    @Override
    public void stop() {
        issuer.close();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(issuer, field -> field.getType().equals(FakeIssuer.class));
    }
}
