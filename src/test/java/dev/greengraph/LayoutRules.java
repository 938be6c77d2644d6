package dev.greengraph;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Map;
import java.util.Set;

/**
 * The rules of the layout, for the packages below one root: {@link LayoutTest} holds the product to them,
 * {@link LayoutRulesTest} a set of packages that breaks each of them. All rules are in one file, to be read side by side.
 */
final class LayoutRules {

    private static final String ANY = "*";

    /**
     * Who may see whom among the top-level packages; everybody sees {@code observe}. A stage sees all stages below it,
     * except for {@code auth}, which has nothing to ask there.
     */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry(
                    "http",
                    Set.of(
                            "auth",
                            "admission",
                            "graphql",
                            "notification",
                            "live",
                            "media",
                            "runtime",
                            "cache",
                            "gate",
                            "upstream",
                            "account")),
            Map.entry("auth", Set.of("account")),
            Map.entry("admission", Set.of("graphql", "cache", "gate", "upstream", "account")),
            Map.entry("graphql", Set.of("live", "media", "runtime", "cache", "gate", "upstream", "account")),
            Map.entry("notification", Set.of("live", "runtime", "cache", "gate", "upstream", "account")),
            Map.entry("live", Set.of("runtime", "cache", "gate", "upstream", "account")),
            Map.entry("media", Set.of("runtime", "cache", "gate", "upstream", "account")),
            Map.entry("replica", Set.of("live", "cache", "gate", "upstream", "account")),
            Map.entry("runtime", Set.of("cache", "gate", "upstream", "account")),
            Map.entry("cache", Set.of("gate", "upstream", "account")),
            Map.entry("gate", Set.of("upstream", "account")),
            Map.entry("upstream", Set.of("account")),
            Map.entry("account", Set.of()),
            Map.entry("observe", Set.of()),
            Map.entry("simulator", Set.of("upstream", "account")),
            Map.entry("startup", Set.of(ANY)));

    /** Most files of a package, without its package-info; the kinds of {@code Message} are one package. */
    private static final int MOST_FILES = 15;

    private final String root;
    private final PackageConditions packages;

    private LayoutRules(String root) {
        this.root = root;
        this.packages = new PackageConditions(root);
    }

    static LayoutRules of(String root) {
        return new LayoutRules(root);
    }

    ArchRule arrowsPointDownwards() {
        return classes()
                .that()
                .resideInAPackage(root + ".(*)..")
                .should(followTheArrows())
                .as("top-level packages see each other only along the arrows")
                .allowEmptyShould(true);
    }

    ArchRule noCycles() {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .as("top-level packages form no cycle")
                .allowEmptyShould(true);
    }

    ArchRule noCyclesBelow() {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .as("packages form no cycle, sub-packages included")
                .allowEmptyShould(true);
    }

    ArchRule packagesAreSmall() {
        return packagesAreSmall(MOST_FILES);
    }

    ArchRule packagesAreSmall(int mostFiles) {
        return all(packages.withClasses())
                .should(packages.holdAtMostFiles(mostFiles))
                .as("no package has more than %d files, but for the kinds of messages".formatted(mostFiles));
    }

    ArchRule onlyMappingsReadRows() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".graphql..")
                .and(areNotPartOf("Mapping"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".upstream.row..")
                .as("in graphql only *Mapping classes see the rows of upstream")
                .allowEmptyShould(true);
    }

    ArchRule simulatorKnowsRowsOnly() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".simulator..")
                .should()
                .dependOnClassesThat(resideInAPackage(root + ".upstream..")
                        .and(DescribedPredicate.not(resideInAPackage(root + ".upstream.row.."))))
                .as("simulator sees nothing of upstream but its rows")
                .allowEmptyShould(true);
    }

    ArchRule belowGraphqlNobodyKnowsGraphql() {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        root + ".runtime..",
                        root + ".cache..",
                        root + ".gate..",
                        root + ".upstream..",
                        root + ".account..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.microprofile.graphql..", "io.smallrye.graphql..", "graphql..")
                .as("runtime, cache, gate, upstream and account do not know GraphQL")
                .allowEmptyShould(true);
    }

    /** Else a new resolver could read an account that its caller may not: {@code VisibleAccounts} hides those. */
    ArchRule graphqlFindsAccountsThroughOneDoor() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".graphql..")
                .should()
                .dependOnClassesThat(resideInAPackage(root + ".account..")
                        .and(DescribedPredicate.not(isOneOf("Account", "AccountId", "Messenger", "VisibleAccounts"))))
                .orShould()
                .accessTargetWhere(makesOneOf(root + ".account"))
                .as("graphql takes accounts and their ids from VisibleAccounts alone")
                .allowEmptyShould(true);
    }

    ArchRule mechanismsKnowNoContainer() {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".cache..", root + ".gate..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.enterprise..", "jakarta.inject..", "io.quarkus.arc..", "io.vertx..")
                .as("cache and gate are plain Java, without CDI and Vert.x")
                .allowEmptyShould(true);
    }

    ArchRule timeIsPassedIn() {
        return classes()
                .that(resideInAPackage(root + ".."))
                .should(new TakeTimeFromAClock())
                .as("time comes from a Clock that was passed in, and nobody sleeps")
                .allowEmptyShould(true);
    }

    ArchRule nobodyBlocksOnAUni() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .accessTargetWhere(isMethod("io.smallrye.mutiny.Uni", "await"))
                .as("nobody waits for a Uni")
                .allowEmptyShould(true);
    }

    ArchRule noStandardStreams() {
        return GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.allowEmptyShould(true);
    }

    ArchRule noJavaUtilLogging() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.logging.Logger")
                .as("nobody logs through java.util.logging")
                .allowEmptyShould(true);
    }

    ArchRule packagesAreNamedAfterActivities() {
        return noClasses()
                .should()
                .resideInAnyPackage(root + "..util..", root + "..impl..")
                .as("no package is called util or impl")
                .allowEmptyShould(true);
    }

    ArchRule packagesAreNullMarked() {
        return all(packages.withClasses())
                .should(PackageConditions.haveANullMarkedPackageInfo())
                .as("every package has a package-info with @NullMarked")
                .allowEmptyShould(true);
    }

    ArchRule constructorsInject() {
        return noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.rest.client.inject.RestClient")
                .as("no field is injected: constructors are")
                .allowEmptyShould(true);
    }

    ArchRule namesSaySomething() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?)")
                .as("no class is called Impl, Manager, Helper or Util")
                .allowEmptyShould(true);
    }

    private ArchCondition<JavaClass> followTheArrows() {
        return new ArchCondition<>("follow the arrows") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                String stage = stageOf(from);
                if (!ARROWS.containsKey(stage)) {
                    String message = "%s is in package %s, which LayoutRules.ARROWS does not name";
                    events.add(SimpleConditionEvent.violated(from, message.formatted(from.getName(), stage)));
                    return;
                }
                from.getDirectDependenciesFromSelf().stream()
                        .filter(seen -> belongsToUs(seen.getTargetClass()))
                        .filter(seen -> !maySee(stage, stageOf(seen.getTargetClass())))
                        .forEach(seen -> events.add(SimpleConditionEvent.violated(
                                seen,
                                "%s may not see %s: %s"
                                        .formatted(stage, stageOf(seen.getTargetClass()), seen.getDescription()))));
            }
        };
    }

    private static boolean maySee(String from, String to) {
        Set<String> below = ARROWS.get(from);
        return from.equals(to) || to.equals("observe") || below.contains(to) || below.contains(ANY);
    }

    private boolean belongsToUs(JavaClass type) {
        return type.getPackageName().startsWith(root + ".");
    }

    private String stageOf(JavaClass type) {
        return type.getPackageName().substring(root.length() + 1).split("\\.", 2)[0];
    }

    private static DescribedPredicate<JavaClass> isOneOf(String... names) {
        return DescribedPredicate.describe(
                "is one of " + Set.of(names), type -> Set.of(names).contains(type.getSimpleName()));
    }

    private static DescribedPredicate<JavaAccess<?>> makesOneOf(String packageName) {
        return DescribedPredicate.describe(
                "makes one of " + packageName,
                access -> access.getTargetOwner().getPackageName().equals(packageName)
                        && access.getTarget().getName().equals("<init>"));
    }

    private static DescribedPredicate<JavaClass> areNotPartOf(String suffix) {
        return DescribedPredicate.describe("are not part of a *" + suffix, type -> {
            JavaClass outermost = type;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            return !outermost.getSimpleName().endsWith(suffix);
        });
    }

    private static DescribedPredicate<JavaAccess<?>> isMethod(String owner, String name) {
        return DescribedPredicate.describe(
                owner + "." + name,
                access -> access.getTargetOwner().getName().equals(owner)
                        && access.getTarget().getName().equals(name));
    }
}
