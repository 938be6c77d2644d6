package dev.greengraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every rule of the layout can fail: the packages below {@code layoutfixture} break each of them. */
class LayoutRulesTest {

    private static final String ROOT = "dev.greengraph.layoutfixture";
    private static final LayoutRules RULES = LayoutRules.of(ROOT);
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(ROOT);

    @Test
    void findsAnArrowThatPointsUp() {
        assertFinds(RULES.arrowsPointDownwards(), "cache may not see graphql", "KnowsTheApi");
    }

    @Test
    void findsAPackageWithoutAPlace() {
        assertFinds(RULES.arrowsPointDownwards(), "package impl, which LayoutRules.ARROWS does not name");
    }

    @Test
    void everybodySeesObserveAndStagesSeeWhatIsBelow() {
        assertDoesNotFind(RULES.arrowsPointDownwards(), "ChatMapping", "observe");
    }

    @Test
    void findsACycle() {
        assertFinds(RULES.noCycles(), "Cycle detected", "Slice graphql", "Slice cache");
    }

    @Test
    void findsACycleBetweenSubPackages() {
        assertFinds(RULES.noCyclesBelow(), "Cycle detected", "Slice upstream.row", "Slice upstream");
    }

    @Test
    void findsAPackageWithTooManyFiles() {
        assertFinds(RULES.packagesAreSmall(2), "package " + ROOT + ".graphql has 3 files");
        assertDoesNotFind(RULES.packagesAreSmall(3), "package " + ROOT + ".graphql ");
    }

    @Test
    void findsARowOutsideAMapping() {
        assertFinds(RULES.onlyMappingsReadRows(), "ChatApi");
        assertDoesNotFind(RULES.onlyMappingsReadRows(), "ChatMapping");
    }

    @Test
    void findsASimulatorThatUsesTheClient() {
        assertFinds(RULES.simulatorKnowsRowsOnly(), "UsesTheClient");
        assertDoesNotFind(RULES.simulatorKnowsRowsOnly(), "ChatRow");
    }

    @Test
    void findsGraphqlBelowGraphql() {
        assertFinds(RULES.belowGraphqlNobodyKnowsGraphql(), "KnowsTheApi", "org.eclipse.microprofile.graphql");
    }

    @Test
    void findsAnAccountThatCameInByAnotherDoor() {
        assertFinds(
                RULES.graphqlFindsAccountsThroughOneDoor(),
                "PastTheDoor.all",
                "PastTheDoor.made(",
                "references constructor");
        assertDoesNotFind(RULES.graphqlFindsAccountsThroughOneDoor(), "ChatMapping");
    }

    @Test
    void findsCdiInAMechanism() {
        assertFinds(RULES.mechanismsKnowNoContainer(), "InjectedBudget", "jakarta.inject");
    }

    @Test
    void findsHiddenTime() {
        assertFinds(
                RULES.timeIsPassedIn(),
                "Instant.now()",
                "LocalDateTime.now(",
                "System.currentTimeMillis()",
                "Thread.sleep(",
                "Clock.systemUTC()",
                "reference");
        assertDoesNotFind(RULES.timeIsPassedIn(), "Instant.now(java.time.Clock)", "produced()");
    }

    @Test
    void findsAWaitForAUni() {
        assertFinds(RULES.nobodyBlocksOnAUni(), "Uni.await()");
    }

    @Test
    void findsStandardStreams() {
        assertFinds(RULES.noStandardStreams(), "System.out");
    }

    @Test
    void findsJavaUtilLogging() {
        assertFinds(RULES.noJavaUtilLogging(), "java.util.logging.Logger");
    }

    @Test
    void findsAPackageNamedAfterNothing() {
        assertFinds(RULES.packagesAreNamedAfterActivities(), ".impl");
    }

    @Test
    void findsPackagesThatAreNotNullMarked() {
        assertFinds(
                RULES.packagesAreNullMarked(),
                "package " + ROOT + ".impl has no",
                "package " + ROOT + ".simulator has no");
        assertDoesNotFind(RULES.packagesAreNullMarked(), "package " + ROOT + ".observe ");
    }

    @Test
    void findsAnInjectedField() {
        assertFinds(RULES.constructorsInject(), "injected");
    }

    @Test
    void findsANameThatSaysNothing() {
        assertFinds(RULES.namesSaySomething(), "ChatServiceImpl");
    }

    @Test
    void theProductIsHeldToEveryRule() {
        long rules = Arrays.stream(LayoutRules.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == ArchRule.class && method.getParameterCount() == 0)
                .count();
        long checked = Arrays.stream(LayoutTest.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(ArchTest.class))
                .count();
        assertEquals(rules, checked);
    }

    private static void assertFinds(ArchRule rule, String... parts) {
        List<String> details = rule.evaluate(BROKEN).getFailureReport().getDetails();
        for (String part : parts) {
            assertTrue(details.stream().anyMatch(line -> line.contains(part)), () -> part + " not in " + details);
        }
    }

    private static void assertDoesNotFind(ArchRule rule, String... parts) {
        List<String> details = rule.evaluate(BROKEN).getFailureReport().getDetails();
        for (String part : parts) {
            assertFalse(details.stream().anyMatch(line -> line.contains(part)), () -> part + " in " + details);
        }
    }
}
