package dev.sluice.check;

/**
 * Something that is wrong with a plugin, or likely to be.
 *
 * @param path of the step, such as {@code request/2 when/1 respond}; that of the part where no step is meant
 * @param reason why it was found
 * @param advice what to do about it
 */
public record Finding(FindingKind kind, String path, String reason, String advice) {
  public Severity severity() {
    return kind.severity();
  }

  /** In one line. */
  public String text() {
    return severity().word() + " " + kind.code() + " at " + path + ": " + reason + "; " + advice;
  }
}
