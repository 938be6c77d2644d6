package dev.greengraph.graphql.property;

import dev.greengraph.graphql.subscription.SubscriptionFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.schema.model.Wrapper;
import io.smallrye.graphql.spi.ClassloadingService;
import io.smallrye.graphql.spi.DataFetcherService;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the data fetcher of each field when the schema is made: a {@link PropertyFetcher} where the value is shown as the
 * object has it, a {@link ResolverFetcher} where a resolver is called, else SmallRye's own. Found through the service loader.
 */
public final class PropertyFetchers implements DataFetcherService {

    /** Before Quarkus' own service: the lowest number is asked first. */
    private static final int FIRST = 0;

    /** Scalars that SmallRye shows as they are. */
    private static final Set<String> SHOWN_AS_THEY_ARE = Set.of(
            String.class.getName(),
            int.class.getName(),
            double.class.getName(),
            boolean.class.getName(),
            Integer.class.getName(),
            Double.class.getName(),
            Boolean.class.getName());

    @Override
    public Integer getPriority() {
        return FIRST;
    }

    @Override
    public @Nullable PlugableDataFetcher<?> getFieldDataFetcher(Field field, Type type, Reference owner) {
        if (field.getMethodName() == null || isAdapted(field) || !isPlain(field)) {
            return null;
        }
        Class<?> declaring = ClassloadingService.get().loadClass(owner.getClassName());
        return new PropertyFetcher(declaring, field.getMethodName(), isInstant(field.getReference()));
    }

    @Override
    public PlugableBatchableDataFetcher<?, ?> getUniDataFetcher(Operation operation, Type type) {
        return new ResolverFetcher<>(operation, type);
    }

    @Override
    public PlugableBatchableDataFetcher<?, ?> getMultiDataFetcher(Operation operation, Type type) {
        return new SubscriptionFetcher<>(operation, type);
    }

    private static boolean isAdapted(Field field) {
        Reference reference = field.getReference();
        return field.isAdaptingTo()
                || field.isAdaptingWith()
                || field.hasTransformation()
                || reference.isAdaptingTo()
                || reference.isAdaptingWith();
    }

    private static boolean isPlain(Field field) {
        Wrapper wrapper = field.getWrapper();
        if (wrapper != null && (!wrapper.isCollection() || wrapper.getWrapper() != null)) {
            return false;
        }
        Reference reference = field.getReference();
        return reference.getType() != ReferenceType.SCALAR
                || SHOWN_AS_THEY_ARE.contains(reference.getClassName())
                || (isInstant(reference) && wrapper == null);
    }

    private static boolean isInstant(Reference reference) {
        return reference.getClassName().equals(Instant.class.getName());
    }
}
