package dev.sluice.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Tells on standard output where a test failed: what builds print of a failure has only the test's number. */
record FailureNote(Place place) implements TestWatcher {
  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    String test = context.getRequiredTestClass().getSimpleName() + "." + context.getRequiredTestMethod().getName();
    System.out.println("[sluice] failed in " + place + ": " + test + ": " + cause.getMessage());
  }
}
