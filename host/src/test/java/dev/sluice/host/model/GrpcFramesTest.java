package dev.sluice.host.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrpcFramesTest {
  private static final List<Bytes> MESSAGES =
      List.of(Bytes.utf8("one"), Bytes.EMPTY, Bytes.utf8("x".repeat(70_000)), Bytes.utf8("\0\0\0\0\0"));

  private final List<Bytes> read = new ArrayList<>();
  private final GrpcFrames frames = new GrpcFrames(read::add);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 1_000, 1_000_000})
  void messagesAreTheSameHoweverTheyAreCut(int pieceSize) {
    Bytes all = Bytes.EMPTY;
    for (Bytes message : MESSAGES) {
      all = Bytes.latin1(all.latin1() + GrpcFrames.frame(message).latin1());
    }
    for (int at = 0; at < all.length(); at += pieceSize) {
      assertEquals(GrpcFrames.Outcome.FINE, frames.take(all.slice(at, Math.min(all.length(), at + pieceSize))));
    }
    assertEquals(MESSAGES, read);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, NOT_UNDERSTOOD", "2, 1, NOT_UNDERSTOOD", "-128, 0, NOT_UNDERSTOOD", "1, 0, FINE",
      "0, 33554433, TOO_LARGE", "0, -1, TOO_LARGE", "0, 33554432, FINE"})
  void whatCannotBeReadIsNoMessage(byte flags, int length, GrpcFrames.Outcome outcome) {
    Bytes prefix = Bytes.wrap(new byte[] {
        flags, (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length, 'x'});
    assertEquals(outcome, frames.take(prefix.slice(0, length == 0 ? 5 : 6)));
    assertEquals(outcome == GrpcFrames.Outcome.FINE && length == 0 ? List.of(Bytes.EMPTY) : List.of(), read);
  }

  @Test
  void nothingIsReadBeforeAPrefixIsWhole() {
    assertEquals(GrpcFrames.Outcome.FINE, frames.take(Bytes.latin1("\u00ff\u00ff\u00ff\u00ff")));
    assertEquals(List.of(), read);
  }
}
