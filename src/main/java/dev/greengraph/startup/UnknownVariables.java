package dev.greengraph.startup;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Stops the start for a misspelt environment variable, as for a misspelt system property. Found through the service
 * loader.
 *
 * <p>SmallRye Config refuses names that map to no setting, except where the value's source is its environment source:
 * one variable has several spellings as a property name, of which only one is a setting
 * (<a href="https://github.com/quarkusio/quarkus/issues/38479">quarkus 38479</a>). Renaming the source of the value
 * removes this exception. A variable that was read under another spelling before keeps it: mappings are read before
 * unknown names are reported, so that variable is a known setting, such as {@code
 * GREENGRAPH_ACCOUNTS_MY_SHOP_API_TOKEN} of an account {@code my-shop}.
 */
@Priority(Priorities.APPLICATION)
public final class UnknownVariables implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1L;
    private static final String OURS = "greengraph.";

    /** First spelling that each variable was read under. Bounded by the number of variables. */
    private final Map<String, String> spellings = new ConcurrentHashMap<>();

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue value = context.proceed(name);
        if (value == null || !name.startsWith(OURS) || !isFromEnvironment(value)) {
            return value;
        }
        String variable = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        String first = spellings.putIfAbsent(variable, name);
        return first == null || first.equals(name)
                ? value.withConfigSourceName("environment variable " + variable)
                : value;
    }

    private static boolean isFromEnvironment(ConfigValue value) {
        String source = value.getConfigSourceName();
        return source != null && source.startsWith(EnvConfigSource.NAME);
    }
}
