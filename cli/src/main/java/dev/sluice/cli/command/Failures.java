package dev.sluice.cli.command;

import dev.sluice.bridge.BuildFailure;
import dev.sluice.cli.build.CompileFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a user reads when a command cannot be understood or fails. */
final class Failures {
  private Failures() {}

  /** The words are wrong: says what is, how the command is used, and where to read more. */
  static int wrongWords(ParameterException failure, String[] words) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(failure.getMessage());
    UnmatchedArgumentException.printSuggestions(failure, err);
    Help help = command.getHelp();
    err.print("Usage: " + help.synopsis(help.synopsisHeadingLength()));
    if (!command.getSubcommands().isEmpty()) {
      err.println("Commands: " + String.join(", ", command.getSubcommands().keySet()));
    }
    err.println("Try './" + command.getCommandSpec().qualifiedName() + " --help'.");
    err.flush();
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** The command failed: what a user can repair is said in words, anything else is a defect and shows its trace. */
  static int failed(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (failure instanceof CommandFailure || failure instanceof CompileFailure || failure instanceof BuildFailure) {
      err.println(failure.getMessage());
    } else if (failure instanceof FileSystemException) {
      err.println(failure.getClass().getSimpleName() + ": " + failure.getMessage());
    } else if (failure instanceof IOException) {
      err.println(failure.getMessage());
    } else {
      failure.printStackTrace(err);
    }
    err.flush();
    return command.getCommandSpec().exitCodeOnExecutionException();
  }
}
