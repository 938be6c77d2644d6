package dev.greengraph.graphql.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.graphql.error.SemanticNonNull;
import dev.greengraph.testsupport.ProductClasses;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What is null only with an error says so in the schema, and nothing else does: a property that Java does not allow to be
 * null, and a resolver unless it says when it is null.
 */
class SemanticNonNullTest {

    private static final List<Method> FIELDS = ProductClasses.below("dev.greengraph.graphql").stream()
            .flatMap(type -> Stream.of(type.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Description.class))
            .filter(method -> !method.isAnnotationPresent(Ignore.class))
            .toList();

    @Test
    void propertiesThatAreNeverNullSaySo() {
        List<Method> properties = FIELDS.stream()
                .filter(method -> method.getReturnType() != Uni.class)
                .filter(method -> !method.getReturnType().isPrimitive() && !isNonNull(method))
                .toList();

        assertTrue(properties.size() > 100, "so few properties: " + properties.size());
        properties.forEach(property -> assertEquals(
                !isNullable(property), property.isAnnotationPresent(SemanticNonNull.class), property.toString()));
    }

    @Test
    void resolversSayWhenTheyAreNull() {
        List<Method> resolvers = FIELDS.stream()
                .filter(method -> method.getReturnType() == Uni.class)
                .filter(method -> !isNonNull(method))
                .toList();

        assertTrue(resolvers.size() > 20, "so few resolvers: " + resolvers.size());
        resolvers.forEach(resolver -> assertEquals(
                !saysWhenItIsNull(resolver), resolver.isAnnotationPresent(SemanticNonNull.class), resolver.toString()));
    }

    private static boolean saysWhenItIsNull(Method resolver) {
        String description = resolver.getAnnotation(Description.class).value().toLowerCase(Locale.ROOT);
        return description.replace("null only with an error", "").contains("null");
    }

    private static boolean isNullable(Method method) {
        return method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
    }

    /** On the method, on its type, or on what its Uni brings. */
    private static boolean isNonNull(Method method) {
        AnnotatedType type = method.getAnnotatedReturnType();
        AnnotatedElement brought =
                type instanceof AnnotatedParameterizedType generic && method.getReturnType() == Uni.class
                        ? generic.getAnnotatedActualTypeArguments()[0]
                        : type;
        return method.isAnnotationPresent(NonNull.class)
                || type.isAnnotationPresent(NonNull.class)
                || brought.isAnnotationPresent(NonNull.class);
    }
}
