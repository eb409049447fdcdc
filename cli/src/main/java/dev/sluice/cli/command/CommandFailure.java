package dev.sluice.cli.command;

/** A command that cannot do what it was asked; the message tells the user why and what to do. */
final class CommandFailure extends Exception {
  private static final long serialVersionUID = 1L;

  CommandFailure(String message) {
    super(message);
  }

  CommandFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
