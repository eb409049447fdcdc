package dev.sluice.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.sluice.architecture.Module.ABI;
import static dev.sluice.architecture.Module.CLI;
import static dev.sluice.architecture.Module.COMPILER_BRIDGE;
import static dev.sluice.architecture.Module.DSL;
import static dev.sluice.architecture.Module.EXAMPLES;
import static dev.sluice.architecture.Module.HOST;
import static dev.sluice.architecture.Module.STDLIB_FILTERS;
import static dev.sluice.architecture.Module.TESTKIT;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The directions of ARCHITECTURE.md that Maven's module graph alone does not keep. */
class DependencyDirectionTest {
  private static final String GUEST = "dev.sluice.abi.guest..";
  private static final String[] TOOLS = {"dev.sluice.check..", "dev.sluice.explain..", "dev.sluice.schema.."};
  private static final String INTEROP = "org.teavm.interop..";

  private static final JavaClasses SLUICE =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.sluice");

  @ParameterizedTest
  @EnumSource(value = Module.class,
      names = {"ABI", "DSL", "STDLIB_FILTERS", "COMPILER_BRIDGE", "HOST", "TESTKIT", "CLI", "EXAMPLES"})
  void everyModuleIsSeen(Module module) {
    assertTrue(SLUICE.stream().anyMatch(module::owns), () -> "no class of module " + module + " is on the class path");
  }

  @Test
  void abiNeedsOnlyJavaAndVavr() {
    check(classes().that(ABI.classes())
        .and(not(resideInAPackage(GUEST)))
        .should()
        .onlyDependOnClassesThat(inModules(ABI).or(resideInAnyPackage("java..", "io.vavr..")))
        .because("it is the vocabulary of everything, on the JVM and in wasm"));
  }

  @Test
  void linearMemoryIsKnownToTheGuestPackageAlone() {
    check(classes().that()
        .resideInAPackage(GUEST)
        .should()
        .onlyDependOnClassesThat(inModules(ABI).or(resideInAnyPackage("java..", "io.vavr..", INTEROP))));
    check(noClasses().that(inModules(ABI, DSL, STDLIB_FILTERS, HOST, TESTKIT, CLI, EXAMPLES))
        .and(not(resideInAPackage(GUEST)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(INTEROP, GUEST)
        .because("everything above Hostcalls is the same bytecode in the JVM and in the guest"));
  }

  @Test
  void abiRootStandsOnItsOwn() {
    check(noClasses().that()
        .resideInAPackage("dev.sluice.abi")
        .should()
        .dependOnClassesThat(resideInAPackage("dev.sluice.abi..").and(not(resideInAPackage("dev.sluice.abi")))));
  }

  @Test
  void guestCodeStaysSmall() {
    check(classes().that(inModules(DSL, STDLIB_FILTERS))
        .should()
        .onlyDependOnClassesThat(inModules(ABI, DSL, STDLIB_FILTERS)
            .or(resideInAnyPackage("java..", "io.vavr..", "com.google.re2j..")))
        .because("what it uses is compiled into every plugin that uses it"));
    check(noClasses().that(inModules(ABI, DSL, STDLIB_FILTERS))
        .and(not(resideInAnyPackage(TOOLS)))
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.util.stream..", "java.util.regex..", "java.util.logging..",
            "java.lang.reflect..", "java.util.concurrent..", "java.net.."))
        .because("TeaVM lacks it or it makes modules large"));
  }

  @Test
  void dataStandsOnAbiAlone() {
    check(classes().that()
        .resideInAPackage("dev.sluice.data..")
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage("dev.sluice.data..", "dev.sluice.abi", "java..", "io.vavr.."))
        .because("it knows formats, neither the language nor the proxy"));
  }

  @Test
  void toolsAreNoPartOfAModule() {
    check(noClasses().that(inModules(ABI, DSL, STDLIB_FILTERS, EXAMPLES))
        .and(not(resideInAnyPackage(TOOLS)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(TOOLS)
        .because("explanations and schemas are made on the JVM, and not a byte of them is in a module"));
  }

  @Test
  void settingsAndRulesStandAboveTheLanguage() {
    check(noClasses().that()
        .resideInAnyPackage("dev.sluice.dsl..", "dev.sluice.step..", "dev.sluice.value..", "dev.sluice.plan..",
            "dev.sluice.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.sluice.settings..", "dev.sluice.rules..")
        .because("a plugin without settings holds none of it"));
    check(noClasses().that()
        .resideInAPackage("dev.sluice.settings..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.sluice.rules.."));
  }

  @Test
  void modulesPointDownwards() {
    check(noClasses().that(inModules(ABI))
        .should()
        .dependOnClassesThat(
            inModules(DSL, STDLIB_FILTERS, COMPILER_BRIDGE, HOST, TESTKIT, CLI, EXAMPLES)));
    check(noClasses().that(inModules(DSL))
        .should()
        .dependOnClassesThat(
            inModules(STDLIB_FILTERS, COMPILER_BRIDGE, HOST, TESTKIT, CLI, EXAMPLES)));
    check(noClasses().that(inModules(HOST))
        .should()
        .dependOnClassesThat(
            inModules(DSL, STDLIB_FILTERS, COMPILER_BRIDGE, TESTKIT, CLI, EXAMPLES))
        .because("the host runs any Proxy-Wasm module"));
    check(noClasses().that(inModules(COMPILER_BRIDGE))
        .should()
        .dependOnClassesThat(
            inModules(STDLIB_FILTERS, HOST, TESTKIT, CLI, EXAMPLES)));
    check(noClasses().that(inModules(STDLIB_FILTERS, EXAMPLES))
        .should()
        .dependOnClassesThat(
            inModules(COMPILER_BRIDGE, HOST, TESTKIT, CLI)));
  }

  @Test
  void filtersAndExamplesAreWrittenWithPublicWordsOnly() {
    check(noClasses().that(inModules(STDLIB_FILTERS, EXAMPLES))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.sluice.abi.call..", "dev.sluice.abi.codec..", "dev.sluice.abi.event..",
                "dev.sluice.engine..", "dev.sluice.plan.."))
        .because("what they can do, a user's own plugin can do"));
  }

  @Test
  void noPackageCycles() {
    check(slices().matching("dev.sluice.(*)..").should().beFreeOfCycles());
    check(slices().matching("dev.sluice.abi.(*)..").should().beFreeOfCycles());
    check(slices().matching("dev.sluice.data.(*)..").should().beFreeOfCycles());
    check(slices().matching("dev.sluice.bridge.(*)..").should().beFreeOfCycles());
    check(slices().matching("dev.sluice.host.(*)..").should().beFreeOfCycles());
  }

  /** A rule about a module that is still empty holds; {@link #everyModuleIsSeen} tells when a module is lost. */
  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(SLUICE);
  }

  private static DescribedPredicate<JavaClass> inModules(Module first, Module... others) {
    DescribedPredicate<JavaClass> all = first.classes();
    for (Module other : others) {
      all = all.or(other.classes());
    }
    return all;
  }
}
