package dev.sluice.cli;

import dev.sluice.cli.command.Sluice;
import dev.sluice.cli.project.Workspace;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Sluice's command line; {@code ./sluice} starts it. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(Sluice.commandLine(Workspace.current(), out, err).execute(args));
  }
}
