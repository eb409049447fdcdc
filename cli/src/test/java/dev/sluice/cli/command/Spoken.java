package dev.sluice.cli.command;

import dev.sluice.cli.project.Workspace;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What one command line did and said. */
record Spoken(int status, String out, String err) {
  static Spoken by(Workspace workspace, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Sluice.commandLine(workspace, new PrintWriter(out), new PrintWriter(err)).execute(words);
    return new Spoken(status, out.toString(), err.toString());
  }
}
