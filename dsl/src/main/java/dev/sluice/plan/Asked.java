package dev.sluice.plan;

/** What the steps behind a callout ask of its answer: only that is read from the host. Complete when planning is. */
public class Asked {
  private final int slot;
  private boolean headers;
  private boolean body;

  Asked(int slot) {
    this.slot = slot;
  }

  public int slot() {
    return slot;
  }

  public void askHeaders() {
    headers = true;
  }

  public void askBody() {
    body = true;
  }

  boolean headers() {
    return headers;
  }

  boolean body() {
    return body;
  }
}
