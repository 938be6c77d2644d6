package dev.greengraph.simulator;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Points the gateway to the simulator when no other source configures an account.
 *
 * <p>Adds {@code greengraph.accounts.shop.*}, {@code greengraph.accounts.studio.*}, {@code greengraph.default-account},
 * {@code greengraph.media.trusted-origins}, {@code greengraph.simulator.enabled=true} and {@code greengraph.auth.mode=open}; all give way to any other source.
 * {@code quarkus.shutdown.delay=0s} gives way to every source but the defaults of the artifact: no load balancer asks
 * for readiness here, and the ports are free at once. Adds nothing if any source, the environment included, names an account, if {@code greengraph.simulator.enabled} is false, or in profile {@code test}.
 * Nor while Quarkus builds the application: what a source says then is written into the artifact as a default, and the
 * simulator could no longer be told from an account of somebody else.
 */
public final class SimulatorAccounts implements ConfigSourceFactory {

    private static final String ENABLED = "greengraph.simulator.enabled";
    private static final String PORT = "greengraph.simulator.port";

    /** Below every source that a person writes, above the defaults of mappings. */
    private static final int ORDINAL = 10;

    /** Above application.properties in the artifact (250), below config/application.properties (260). */
    private static final int SHUTDOWN_ORDINAL = 255;

    /** A setting of an account, for one profile or all; environment variables cannot spell dots and per cent. */
    private static final Pattern ACCOUNT = Pattern.compile("(?:%([^.]+)\\.|_([a-z]+)_)?greengraph[._]accounts[._].+");

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean unwanted = context.getProfiles().contains("test") || isOff(context);
        if (unwanted || isBuilding(context) || namesAnAccount(context)) {
            return Collections.emptyList();
        }
        return List.of(
                new PropertiesConfigSource(properties(port(context)), "the simulator's accounts", ORDINAL),
                new PropertiesConfigSource(
                        Map.of("quarkus.shutdown.delay", "0s"), "the simulator's shutdown", SHUTDOWN_ORDINAL));
    }

    /** The properties of Maven are a source only while Quarkus builds; {@code ProductionArtifactIT} would notice. */
    private static boolean isBuilding(ConfigSourceContext context) {
        return context.getConfigSources().stream()
                .anyMatch(source -> source.getName().contains("source=Build system]"));
    }

    private static boolean isOff(ConfigSourceContext context) {
        return "false".equalsIgnoreCase(valueOf(context, ENABLED, "true"));
    }

    private static boolean namesAnAccount(ConfigSourceContext context) {
        Iterator<String> names = context.iterateNames();
        while (names.hasNext()) {
            Matcher account = ACCOUNT.matcher(names.next().toLowerCase(Locale.ROOT));
            if (account.matches() && isActive(account, context.getProfiles())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isActive(Matcher account, List<String> profiles) {
        String profile = account.group(1) == null ? account.group(2) : account.group(1);
        return profile == null || profiles.stream().anyMatch(List.of(profile.split(",", -1))::contains);
    }

    private static String port(ConfigSourceContext context) {
        return valueOf(context, PORT, "7391");
    }

    private static String valueOf(ConfigSourceContext context, String name, String otherwise) {
        ConfigValue value = context.getValue(name);
        return value == null || value.getValue() == null ? otherwise : value.getValue();
    }

    private static Map<String, String> properties(String port) {
        Map<String, String> properties = new HashMap<>();
        for (SimulatedAccount account : SimulatedAccount.ALL) {
            String prefix = "greengraph.accounts." + account.name() + ".";
            properties.put(prefix + "id-instance", Long.toString(account.idInstance()));
            properties.put(prefix + "api-token", account.token());
            properties.put(prefix + "api-url", "http://" + Simulator.HOST + ":" + port);
            properties.put(prefix + "messenger", account.messenger().name().toLowerCase(Locale.ROOT));
        }
        properties.put("greengraph.media.trusted-origins", "http://" + Simulator.HOST + ":" + port);
        properties.put("greengraph.default-account", SimulatedAccount.SHOP.name());
        properties.put(ENABLED, "true");
        // Invented people need no protection; beside an account of somebody else this source adds nothing.
        properties.put("greengraph.auth.mode", "open");
        return properties;
    }
}
