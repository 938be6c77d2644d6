package dev.greengraph;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** A class reads no clock but one that was passed in, and does not sleep; only a producer makes a clock. */
final class TakeTimeFromAClock extends ArchCondition<JavaClass> {

    /** Reading the time or waiting: methods without an argument that names the clock. */
    private static final Map<String, Set<String>> HIDDEN_TIME = Map.of(
            "java.time.Instant", Set.of("now"),
            "java.time.LocalDate", Set.of("now"),
            "java.time.LocalTime", Set.of("now"),
            "java.time.LocalDateTime", Set.of("now"),
            "java.time.OffsetDateTime", Set.of("now"),
            "java.time.ZonedDateTime", Set.of("now"),
            "java.lang.System", Set.of("currentTimeMillis"),
            "java.lang.Thread", Set.of("sleep"));

    TakeTimeFromAClock() {
        super("take the time from a clock");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getAccessesFromSelf().stream()
                .filter(access -> readsHiddenTime(access.getTarget()) || makesAClock(access))
                .forEach(access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
    }

    private static boolean readsHiddenTime(AccessTarget target) {
        boolean clockGiven = target instanceof AccessTarget.CodeUnitAccessTarget method
                && method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        return !clockGiven
                && HIDDEN_TIME
                        .getOrDefault(target.getOwner().getName(), Set.of())
                        .contains(target.getName());
    }

    private static boolean makesAClock(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(Clock.class)
                && access.getTarget().getName().startsWith("system")
                && !access.getOrigin().isAnnotatedWith("jakarta.enterprise.inject.Produces");
    }
}
