package dev.sluice.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Maven modules, told apart by where a class was loaded from: packages may move, a module's folder does not. */
enum Module {
  ABI("abi"),
  DSL("dsl"),
  STDLIB_FILTERS("stdlib-filters"),
  COMPILER_BRIDGE("compiler-bridge"),
  HOST("host"),
  TESTKIT("testkit"),
  CLI("cli"),
  EXAMPLES("examples");

  /** {@code .../abi/target/classes/...} in a reactor build, {@code .../sluice-abi-0.1.0.jar!/...} from a repository. */
  private static final Pattern LOCATION =
      Pattern.compile("/([a-z-]+)/(?:target|bin|out)/(?!sluice-)|/sluice-([a-z-]+)-[0-9][^/]*\\.jar!/");

  private final String folder;

  Module(String folder) {
    this.folder = folder;
  }

  /** Whether this is the module of the class; of its elements, if it is an array. */
  boolean owns(JavaClass type) {
    return type.getBaseComponentType()
        .getSource()
        .map(source -> folder.equals(folderOf(source.getUri().toString())))
        .orElse(false);
  }

  /** All classes of this module. */
  DescribedPredicate<JavaClass> classes() {
    return DescribedPredicate.describe("are in module " + folder, this::owns);
  }

  private static String folderOf(String location) {
    Matcher matcher = LOCATION.matcher(location);
    if (!matcher.find()) {
      return "";
    }
    return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
  }
}
