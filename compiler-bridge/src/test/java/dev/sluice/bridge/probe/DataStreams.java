package dev.sluice.bridge.probe;

import dev.sluice.abi.Bytes;
import dev.sluice.data.stream.EventStream;
import dev.sluice.data.stream.StreamReplacer;
import dev.sluice.data.stream.Utf8Stream;
import dev.sluice.data.text.Hex;
import dev.sluice.data.zip.Deflate;
import dev.sluice.data.zip.Inflate;
import dev.sluice.data.zip.InflateLimits;
import dev.sluice.data.zip.Wrapping;

/** Formats that come in chunks. */
final class DataStreams {
  private static final String DYNAMIC =
      "78da2d90811500210842576135a1fd67b88f5eafac04091b8f330cc73389894ced6e791ea10460a61f17139b2b"
          + "67021c01a985eaa9b85219f8afe9654fe54c91fc043247ed09ed226fae8a01835b0ac1b340d82b13ea7bebf367"
          + "a2b6ea53ab481d7c6c9549ac61d51c7936e56d937dc3bfc688b618cdf50fd673b6bfe4485e7e561403f16ff552"
          + "739e90ce753265b520bbde7d9dce9eeab086fb8efa2d97afe207d13a8fca";

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

  static String compression() {
    StringBuilder out = new StringBuilder();
    for (Wrapping wrapping : Wrapping.values()) {
      for (int size = 0; size < 3000; size = size * 2 + 1) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
          bytes[i] = (byte) (i % 37 * (i >> 8));
        }
        Bytes packed = Deflate.of(Bytes.wrap(bytes), wrapping);
        Inflate inflate = new Inflate(wrapping, InflateLimits.DEFAULT);
        out.append(Hex.encode(packed))
            .append(Hex.encode(inflate.push(packed)))
            .append(inflate.isFinished())
            .append('\n');
      }
    }
    // by zlib, with codes of its own
    Inflate dynamic = new Inflate(Wrapping.ZLIB, InflateLimits.DEFAULT);
    return out.append(dynamic.push(Hex.decode(DYNAMIC).get())).append(dynamic.failure()).toString();
  }
}
