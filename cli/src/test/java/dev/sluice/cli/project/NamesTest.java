package dev.sluice.cli.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource({"require-user,RequireUser,requireuser", "a,A,a", "v2-auth,V2Auth,v2auth"})
  void classAndPackageFollowFromTheFolder(String name, String className, String packageName) {
    assertEquals(Option.none(), Names.problemWith(name));
    assertEquals(className, Names.className(name));
    assertEquals(packageName, Names.packageName(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "aB", "2a", "-a", "a-", "a--b", "a_b", "a.b", "a/b", "../a", "ä", "a b"})
  void namesThatMakeNoFolderAndClassAreRefused(String name) {
    assertTrue(Names.problemWith(name).get().startsWith("'" + name + "' is no name"), name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"new", "in-t", "true"})
  void wordsOfJavaAreRefused(String name) {
    assertTrue(Names.problemWith(name).get().contains("word of the Java language"), name);
  }
}
