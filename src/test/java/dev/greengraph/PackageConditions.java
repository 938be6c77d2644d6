package dev.greengraph;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;

/** What the rules of the layout ask of a package as a whole. */
final class PackageConditions {

    private final String root;

    /** @param root the package below which the rules hold */
    PackageConditions(String root) {
        this.root = root;
    }

    AbstractClassesTransformer<JavaPackage> withClasses() {
        return new AbstractClassesTransformer<>("packages") {
            @Override
            public Iterable<JavaPackage> doTransform(JavaClasses classes) {
                Map<String, JavaPackage> packages = new TreeMap<>();
                classes.stream()
                        .filter(type -> (type.getPackageName() + ".").startsWith(root + "."))
                        .forEach(type -> packages.put(type.getPackageName(), type.getPackage()));
                return packages.values();
            }
        };
    }

    ArchCondition<JavaPackage> holdAtMostFiles(int most) {
        return new ArchCondition<>("hold at most " + most + " files") {
            @Override
            public void check(JavaPackage pack, ConditionEvents events) {
                long files = pack.getClasses().stream()
                        .map(type ->
                                type.getSource().flatMap(Source::getFileName).orElse(""))
                        .filter(file -> !file.equals("package-info.java"))
                        .distinct()
                        .count();
                if (files > most && !pack.getName().equals(root + ".graphql.message.kind")) {
                    events.add(SimpleConditionEvent.violated(
                            pack, "package %s has %d files".formatted(pack.getName(), files)));
                }
            }
        };
    }

    static ArchCondition<JavaPackage> haveANullMarkedPackageInfo() {
        return new ArchCondition<>("have a package-info with @NullMarked") {
            @Override
            public void check(JavaPackage pack, ConditionEvents events) {
                boolean marked = pack.tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .isPresent();
                if (!marked) {
                    events.add(SimpleConditionEvent.violated(
                            pack, "package %s has no package-info with @NullMarked".formatted(pack.getName())));
                }
            }
        };
    }
}
