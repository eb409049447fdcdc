package dev.sluice.bridge.probe;

import dev.sluice.abi.Bytes;
import dev.sluice.data.stream.EventStream;
import dev.sluice.data.stream.StreamReplacer;
import dev.sluice.data.stream.Utf8Stream;

/** Formats that come in chunks. */
final class DataStreams {
  private DataStreams() {}

  /** The same input in chunks of each size. */
  static String cutEverywhere() {
    Bytes input = Bytes.utf8(
        "data: sécrét 😀\r\nid: 1\r\n\r\ndata: secret\ndata:\u20ac\n\nevent: e\rdata: " + "x".repeat(30) + "\r\r");
    StringBuilder out = new StringBuilder();
    for (int size = 1; size < 20; size++) {
      Utf8Stream text = new Utf8Stream();
      StreamReplacer replacer = StreamReplacer.of(
          new Bytes[] {Bytes.utf8("secret"), Bytes.utf8("é")}, new Bytes[] {Bytes.utf8("***"), Bytes.utf8("e")});
      EventStream events = new EventStream(
          20, (type, data, id) -> out.append(type).append('|').append(data).append('|').append(id).append('\n'));
      for (int at = 0; at < input.length(); at += size) {
        Bytes chunk = input.slice(at, Math.min(at + size, input.length()));
        out.append(text.push(chunk)).append(replacer.push(chunk));
        events.push(chunk);
      }
      out.append(text.end()).append(replacer.end()).append(replacer.found()).append(events.leftOut()).append('\n');
    }
    return out.toString();
  }
}
