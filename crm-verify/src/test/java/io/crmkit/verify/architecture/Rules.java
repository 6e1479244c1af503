package io.crmkit.verify.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.NullMarked;

/** The facts of the architecture, below any base package: the library's own, and that of planted violations. */
enum Rules {
    PACKAGES_ARE_FREE_OF_CYCLES {
        @Override
        ArchRule below(String base) {
            return slices().matching(base + ".(**)").should().beFreeOfCycles();
        }
    },
    NOTHING_KNOWS_THE_ROOT {
        @Override
        ArchRule below(String base) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackage(base)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(base);
        }
    },
    THE_API_KNOWS_NEITHER_SPI_NOR_INTERNALS {
        @Override
        ArchRule below(String base) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            base,
                            base + "..internal..",
                            base + ".spi..",
                            base + ".file..",
                            base + ".ftp..",
                            base + ".storage..",
                            base + ".testkit..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(base + "..internal..", base + ".spi..");
        }
    },
    THE_SPI_KNOWS_NO_INTERNALS {
        @Override
        ArchRule below(String base) {
            return noClasses()
                    .that()
                    .resideInAPackage(base + ".spi..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(base + "..internal..");
        }
    },
    ADAPTERS_KNOW_NO_INTERNALS_BUT_THEIR_OWN {
        @Override
        ArchRule below(String base) {
            return noClasses()
                    .that()
                    .resideInAnyPackage(base + ".storage..", base + ".ftp..", base + ".testkit..")
                    .should()
                    .dependOnClassesThat(resideInAPackage(base + "..internal..")
                            .and(not(resideInAPackage(base + ".storage.jpa.internal..")))
                            .and(not(resideInAPackage(base + ".ftp.internal.."))));
        }
    },
    EACH_LIBRARY_IS_IN_ONE_PACKAGE {
        @Override
        ArchRule below(String base) {
            return classes()
                    .should(knowOnlyIn(Map.of(
                            "com.google.i18n.", base + ".internal.phone",
                            "org.owasp.", base + ".internal.html",
                            "de.siegmar.", base + ".internal.csv",
                            "com.samskivert.", base + ".internal.template",
                            "org.apache.tika.", base + ".attachment.internal.inspect",
                            "org.apache.commons.net.", base + ".ftp.internal",
                            "org.pcollections.", base + ".storage.memory",
                            "com.fasterxml.", base + ".storage.jpa.internal.json")));
        }
    },
    NO_DATABASE_NO_NETWORK_BUT_IN_THEIR_ADAPTERS {
        @Override
        ArchRule below(String base) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(base + ".storage.jpa..", base + ".ftp..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.sql..",
                            "javax.sql..",
                            "jakarta.persistence..",
                            "org.hibernate..",
                            "java.net..",
                            "javax.net..");
        }
    },
    NOTHING_HANGS_ON_THREADS {
        @Override
        ArchRule below(String base) {
            return noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class);
        }
    },
    STATIC_FIELDS_ARE_FINAL {
        @Override
        ArchRule below(String base) {
            return fields().that().areStatic().should().beFinal();
        }
    },
    THE_CONSOLE_IS_THE_HOSTS {
        @Override
        ArchRule below(String base) {
            return noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(base + ".storage.jpa.SchemaTool")
                    .and()
                    .doNotHaveFullyQualifiedName(base + ".figures.PrintedFigures")
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err")
                    .orShould()
                    .callMethod(System.class, "exit", int.class);
        }
    },
    TIME_COMES_FROM_THE_CLOCK {
        @Override
        ArchRule below(String base) {
            return noClasses()
                    .should(callAnyOf(Set.of(
                            "java.time.Instant.now",
                            "java.time.LocalDate.now",
                            "java.time.LocalDateTime.now",
                            "java.time.ZonedDateTime.now",
                            "java.time.Clock.systemUTC",
                            "java.time.Clock.systemDefaultZone",
                            "java.lang.System.currentTimeMillis",
                            "java.time.ZoneId.systemDefault")));
        }
    },
    THE_SPI_HAS_NO_DEFAULTS {
        @Override
        ArchRule below(String base) {
            return methods()
                    .that()
                    .areDeclaredInClassesThat()
                    .resideInAPackage(base + ".spi..")
                    .and()
                    .areDeclaredInClassesThat()
                    .areInterfaces()
                    .should()
                    .haveModifier(JavaModifier.ABSTRACT);
        }
    },
    EVERY_PACKAGE_IS_NULL_MARKED {
        @Override
        ArchRule below(String base) {
            return classes().should(resideInANullMarkedPackage());
        }
    },
    SERVICES_AND_STORES_STAY_SMALL {
        @Override
        ArchRule below(String base) {
            return classes().that().areInterfaces().should(haveFewMethods(base));
        }
    },
    ONLY_THE_KERNEL_MAKES_SERVICES {
        @Override
        ArchRule below(String base) {
            return classes()
                    .that()
                    .haveSimpleNameStartingWith("Default")
                    .should()
                    .onlyHaveDependentClassesThat()
                    .resideInAnyPackage(base + ".internal", base + "..internal");
        }
    },
    THE_LIBRARY_STARTS_NO_THREAD {
        @Override
        ArchRule below(String base) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackage(base + ".testkit..")
                    .and() // A scanner that never answers must hold up nobody.
                    .doNotHaveFullyQualifiedName(base + ".attachment.internal.Scanning")
                    .should()
                    .callMethod(Thread.class, "start")
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Executor.class);
        }
    };

    private static final int SERVICE_METHODS = 17;
    private static final int STORE_METHODS = 10;

    abstract ArchRule below(String base);

    private static ArchCondition<JavaClass> knowOnlyIn(Map<String, String> homes) {
        return new ArchCondition<>("know each library in its one package only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf()
                        .forEach(dependency -> homes.forEach((library, home) -> {
                            boolean known =
                                    dependency.getTargetClass().getName().startsWith(library);
                            if (known && !type.getPackageName().equals(home)) {
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                            }
                        }));
            }
        };
    }

    private static ArchCondition<JavaClass> callAnyOf(Set<String> forbidden) {
        return new ArchCondition<>("ask the system for the time") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().forEach(call -> {
                    String name = call.getTargetOwner().getName() + "." + call.getName();
                    if (forbidden.contains(name)) {
                        events.add(SimpleConditionEvent.satisfied(call, call.getDescription()));
                    }
                });
            }
        };
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is in no @NullMarked package"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> haveFewMethods(String base) {
        return new ArchCondition<>("have few methods") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                int most = type.getPackageName().startsWith(base + ".spi") ? STORE_METHODS : SERVICE_METHODS;
                boolean store = type.getSimpleName().endsWith("Transaction");
                long count =
                        type.getMethods().stream().map(JavaMethod::getFullName).count();
                if (!store && count > most) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " has " + count + " methods"));
                }
            }
        };
    }
}
