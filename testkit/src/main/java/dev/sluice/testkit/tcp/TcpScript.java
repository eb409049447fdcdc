package dev.sluice.testkit.tcp;

import dev.sluice.abi.Bytes;

/** What an upstream answers to bytes as they come; it closes the connection when the client has ended its side. */
@FunctionalInterface
public interface TcpScript {
  /** The answer to bytes that have just come; nothing for {@link Bytes#EMPTY}. */
  Bytes answer(Bytes data);

  /** Sends back what it gets. */
  static TcpScript echo() {
    return data -> data;
  }
}
