package dev.greengraph.startup;

import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import io.smallrye.config.SysPropConfigSource;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Replaces the environment config source by one that omits variables which are not settings of the gateway:
 * empty {@code GREENGRAPH_} variables, and those that Kubernetes sets for services named {@code greengraph} or {@code
 * greengraph-<suffix>}. Found through the service loader.
 */
public final class GatewayEnvironment implements SmallRyeConfigBuilderCustomizer {

    private static final String OURS = "GREENGRAPH_";

    /**
     * <a href="https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables">Variables of a
     * service</a>, without the bare {@code _PORT}.
     */
    private static final Pattern KUBERNETES = Pattern.compile(
            "GREENGRAPH_(.+_)?(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)");

    /** A setting may end in {@code _PORT}, too; Kubernetes sets an address there. */
    private static final Pattern PORT_ADDRESS = Pattern.compile("(tcp|udp|sctp)://.+");

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        if (builder.isAddDefaultSources()) {
            builder.setAddDefaultSources(false).setAddSystemSources(true).setAddPropertiesSources(true);
        }
        if (builder.isAddSystemSources()) {
            builder.setAddSystemSources(false)
                    .withSources(new SysPropConfigSource(), source(System.getenv()))
                    .withSources(new DotEnvConfigSourceProvider().getConfigSources(builder.getClassLoader()));
        }
    }

    static EnvConfigSource source(Map<String, String> environment) {
        Map<String, String> settings = new HashMap<>(environment);
        settings.entrySet().removeIf(variable -> isNoSetting(variable.getKey(), variable.getValue()));
        return new EnvConfigSource(settings, EnvConfigSource.ORDINAL);
    }

    private static boolean isNoSetting(String name, String value) {
        return name.startsWith(OURS) && (value.isEmpty() || isFromKubernetes(name, value));
    }

    private static boolean isFromKubernetes(String name, String value) {
        return KUBERNETES.matcher(name).matches()
                || (name.endsWith("_PORT") && PORT_ADDRESS.matcher(value).matches());
    }
}
