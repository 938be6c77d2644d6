package dev.greengraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Netty and Vert.x, whose versions are set above the platform's, find what they call in the optional libraries beside them.
 * No bill of materials of theirs names brotli4j, so the platform's version stays unless the pom sets it, and Maven does not
 * see that it lacks a method: the first brotli answer would, or the analysis of the native image.
 */
class LinkageTest {

    private static final List<String> CALLERS =
            List.of("io.netty.handler.codec.compression", "io.netty.handler.ssl", "io.vertx.core.net");

    /** Declared in the JDK, which is not read here. */
    private static final Set<String> INHERITED =
            Stream.of(Enum.class.getMethods()).map(Method::getName).collect(Collectors.toSet());

    @ParameterizedTest
    @ValueSource(strings = {"com.aayushatharva.brotli4j", "io.netty.internal.tcnative"})
    void everyCallFindsItsMethod(String library) {
        List<JavaCall<?>> calls = callsInto(library);

        assertTrue(calls.size() >= 10, () -> "only " + calls.size() + " calls into " + library + ": is it still used?");
        assertEquals(
                List.of(),
                calls.stream()
                        .filter(call -> call.getTarget().resolveMember().isEmpty())
                        .map(JavaCall::getDescription)
                        .toList());
    }

    /** Reads these packages and follows no reference out of them: all that Netty refers to would take a minute. */
    private static List<JavaCall<?>> callsInto(String library) {
        JavaClasses classes = ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter()
                    .importPackages(
                            Stream.concat(CALLERS.stream(), Stream.of(library)).toList());
        });
        return classes.stream()
                .filter(caller -> !caller.getPackageName().startsWith(library))
                .<JavaCall<?>>flatMap(caller -> caller.getCodeUnitCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().getPackageName().startsWith(library))
                .filter(call -> !INHERITED.contains(call.getName()))
                .toList();
    }
}
