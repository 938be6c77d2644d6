package dev.greengraph.admission.cost;

import graphql.schema.GraphQLSchema;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;

/**
 * Collects the costs from the beans that SmallRye takes for resolvers. It registers their methods for reflection, in a native
 * image too.
 */
final class CostTableProducer {

    private CostTableProducer() {}

    @Produces
    @Singleton
    static CostTable table(GraphQLSchema schema, BeanManager beans, Clock clock) {
        List<Class<?>> apis = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(GraphQLApi.class))
                .distinct()
                .toList();
        return CostTable.of(schema, apis, clock);
    }
}
