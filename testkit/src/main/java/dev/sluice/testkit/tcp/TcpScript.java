package dev.sluice.testkit.tcp;

import dev.sluice.abi.Bytes;

/** What an upstream answers to bytes as they come; it closes the connection when the client has ended its side. */
@FunctionalInterface
public interface TcpScript {
  /** The answer to bytes that have just come; nothing for {@link Bytes#EMPTY}. */
  Bytes answer(Bytes data);

  /** Whether the upstream closes the connection after the answer to these bytes. */
  default boolean closesAfter(Bytes data) {
    return false;
  }

  /** Answers to the first bytes and closes the connection. */
  static TcpScript once(Bytes answer) {
    return new TcpScript() {
      @Override
      public Bytes answer(Bytes data) {
        return answer;
      }

      @Override
      public boolean closesAfter(Bytes data) {
        return true;
      }
    };
  }

  /** Sends back what it gets. */
  static TcpScript echo() {
    return data -> data;
  }
}
