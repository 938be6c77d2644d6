package dev.greengraph.testsupport.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Starts {@link FakeUpstream} before the gateway and gives it to the fields of that type. */
public class FakeUpstreamResource implements QuarkusTestResourceLifecycleManager {

    private final FakeUpstream upstream = new FakeUpstream();

    @Override
    public Map<String, String> start() {
        upstream.start();
        return upstream.settings();
    }

    @Override
    public void stop() {
        upstream.close();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(upstream, field -> field.getType().equals(FakeUpstream.class));
    }
}
