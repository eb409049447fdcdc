package dev.sluice.cli.build;

/** Plugin source that javac refuses; the message is what javac says about it, one paragraph an error. */
public final class CompileFailure extends Exception {
  private static final long serialVersionUID = 1L;

  CompileFailure(String message) {
    super(message);
  }
}
