package dev.greengraph.auth;

import dev.greengraph.testsupport.gateway.GatewayProfile;
import dev.greengraph.testsupport.issuer.FakeIssuer;
import dev.greengraph.testsupport.issuer.FakeIssuerResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A gateway that takes the tokens of {@link FakeIssuer}, started while the issuer was away. */
public class OidcProfile extends GatewayProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
        settings.put("greengraph.auth.mode", "oidc");
        settings.put("greengraph.auth.roles.sales.accounts", "w1");
        settings.put("greengraph.auth.roles.\"Chat.Support\".accounts", "w2,m2");
        settings.put("greengraph.auth.roles.boss.accounts", "*");
        settings.put("quarkus.oidc.token.audience", FakeIssuer.AUDIENCE);
        // With these the platform could ask the issuer about a token.
        settings.put("quarkus.oidc.client-id", "greengraph");
        settings.put("quarkus.oidc.credentials.secret", "secret-of-the-gateway-0123456789-0123456789");
        // What an operator could set while looking for a fault.
        settings.put("quarkus.log.category.\"io.quarkus.oidc\".level", "TRACE");
        settings.put("quarkus.log.category.\"org.jose4j\".level", "TRACE");
        return settings;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return Stream.concat(super.testResources().stream(), Stream.of(new TestResourceEntry(FakeIssuerResource.class)))
                .toList();
    }
}
