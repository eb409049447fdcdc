package dev.sluice.host.proto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.abi.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtoFieldsTest {
  @Test
  void fieldsThatAreAbsentHaveTheirDefaults() throws Exception {
    ProtoFields none = ProtoFields.parse(Bytes.EMPTY);
    assertEquals(0, none.number(1));
    assertEquals(Bytes.EMPTY, none.bytes(1));
    assertEquals("", none.text(1));
  }

  @Test
  void whatIsWrittenIsRead() throws Exception {
    Bytes large = Bytes.wrap(new byte[300]);
    ProtoFields fields =
        ProtoFields.parse(new ProtoMessage().put(1, true).put(2, large).put(3, Bytes.utf8("\u00e9")).bytes());
    assertEquals(1, fields.number(1));
    assertEquals(large, fields.bytes(2));
    assertEquals("\u00e9", fields.text(3));
  }

  @Test
  void theLastOfAFieldThatRepeatsCountsAndUnknownOnesArePassedOver() throws Exception {
    ProtoFields fields = ProtoFields.parse(Bytes.latin1("\10\1\10\2\22\1a\22\1b\31xxxxxxxx\45xxxx"));
    assertEquals(2, fields.number(1));
    assertEquals("b", fields.text(2));
    assertEquals(Bytes.EMPTY, fields.bytes(3));
  }

  @Test
  void allOfAFieldThatRepeatsCanBeHad() throws Exception {
    ProtoFields fields = ProtoFields.parse(Bytes.latin1("\22\1a\22\0\22\1b"));
    assertEquals(List.of(Bytes.utf8("a"), Bytes.EMPTY, Bytes.utf8("b")), fields.all(2));
    assertEquals(List.of(), fields.all(1));
  }

  @Test
  void groupsArePassedOver() throws Exception {
    ProtoFields fields =
        ProtoFields.parse(Bytes.latin1("\13\10\1\22\1a\31xxxxxxxx\45xxxx\23\24\14\22\1b"));
    assertEquals(0, fields.number(1));
    assertEquals("b", fields.text(2));
    ProtoFields.parse(Bytes.latin1("\13".repeat(100) + "\14".repeat(100)));
  }

  @Test
  void aNumberHasUpTo64Bits() throws Exception {
    assertEquals(-1,
        ProtoFields.parse(Bytes.latin1("\10\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\1")).number(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\10", "\10\u0080", "\22\5abc", "\22\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\1",
      "\0\0", "\13", "\17", "\10\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\1", "\31abc", "\13\24",
      "\13\17"})
  void whatIsNoMessageIsRefused(String bytes) {
    assertThrows(MalformedMessageException.class, () -> ProtoFields.parse(Bytes.latin1(bytes)));
  }

  @Test
  void groupsWithinGroupsHaveALimit() {
    Bytes deep = Bytes.latin1("\13".repeat(101) + "\14".repeat(101));
    assertThrows(MalformedMessageException.class, () -> ProtoFields.parse(deep));
  }

  @Test
  void aTextThatIsNoUtf8IsRefused() throws Exception {
    ProtoFields fields = ProtoFields.parse(new ProtoMessage().put(1, Bytes.latin1("\u00ff")).bytes());
    assertThrows(MalformedMessageException.class, () -> fields.text(1));
  }
}
