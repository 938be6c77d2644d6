package dev.greengraph;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The product keeps to its layout; what each rule says in detail stands in {@link LayoutRules}. */
@AnalyzeClasses(packages = "dev.greengraph", importOptions = DoNotIncludeTests.class)
class LayoutTest {

    private static final LayoutRules RULES = LayoutRules.of("dev.greengraph");

    @ArchTest
    static final ArchRule arrowsPointDownwards = RULES.arrowsPointDownwards();

    @ArchTest
    static final ArchRule noCycles = RULES.noCycles();

    @ArchTest
    static final ArchRule noCyclesBelow = RULES.noCyclesBelow();

    @ArchTest
    static final ArchRule packagesAreSmall = RULES.packagesAreSmall();

    @ArchTest
    static final ArchRule onlyMappingsReadRows = RULES.onlyMappingsReadRows();

    @ArchTest
    static final ArchRule simulatorKnowsRowsOnly = RULES.simulatorKnowsRowsOnly();

    @ArchTest
    static final ArchRule belowGraphqlNobodyKnowsGraphql = RULES.belowGraphqlNobodyKnowsGraphql();

    @ArchTest
    static final ArchRule graphqlFindsAccountsThroughOneDoor = RULES.graphqlFindsAccountsThroughOneDoor();

    @ArchTest
    static final ArchRule mechanismsKnowNoContainer = RULES.mechanismsKnowNoContainer();

    @ArchTest
    static final ArchRule timeIsPassedIn = RULES.timeIsPassedIn();

    @ArchTest
    static final ArchRule nobodyBlocksOnAUni = RULES.nobodyBlocksOnAUni();

    @ArchTest
    static final ArchRule noStandardStreams = RULES.noStandardStreams();

    @ArchTest
    static final ArchRule noJavaUtilLogging = RULES.noJavaUtilLogging();

    @ArchTest
    static final ArchRule packagesAreNamedAfterActivities = RULES.packagesAreNamedAfterActivities();

    @ArchTest
    static final ArchRule packagesAreNullMarked = RULES.packagesAreNullMarked();

    @ArchTest
    static final ArchRule constructorsInject = RULES.constructorsInject();

    @ArchTest
    static final ArchRule namesSaySomething = RULES.namesSaySomething();
}
