package dev.greengraph.testsupport;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The classes of the product, for a look at what they declare. */
public final class ProductClasses {

    private ProductClasses() {}

    /** Those of a package and of all below it. Follows no reference out of them, which takes most of the time of a reading. */
    public static List<Class<?>> below(String name) {
        JavaClasses classes = ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(name);
        });
        return classes.stream().<Class<?>>map(JavaClass::reflect).toList();
    }
}
