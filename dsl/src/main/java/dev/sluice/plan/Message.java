package dev.sluice.plan;

/** The variable that holds what a program outside of streams runs for: the message of a queue, the arguments of a call. */
public final class Message {
  /** Its name, which no author can bind. */
  public static final String VARIABLE = "message ";

  private Message() {}
}
