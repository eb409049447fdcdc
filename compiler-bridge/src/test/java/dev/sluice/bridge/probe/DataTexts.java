package dev.sluice.bridge.probe;

import dev.sluice.abi.Bytes;
import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonEdit;
import dev.sluice.data.json.JsonError;
import dev.sluice.data.json.JsonPointer;
import dev.sluice.data.json.JsonWriter;
import dev.sluice.data.net.Cidr;
import dev.sluice.data.net.ForwardedFor;
import dev.sluice.data.net.IpAddress;
import dev.sluice.data.text.Fields;
import dev.sluice.data.text.Percent;
import io.vavr.control.Either;

/** Formats that are text. */
final class DataTexts {
  private static final String[] JSON = {
      "{\"a\":[1,{\"b\":\"\\u00e9\\ud83d\\ude00\\ud800\"}],\"a/b\": -1.50e+3 , \"a\":[0,\"x\",true]}", "[", "[1,]",
      "01",
      "\"\u0001\"", "nul", "\"\\x\"", "-9223372036854775808", " [ ] ", "{\"\":null}", "\ufeff1", "1 2",
      "[[[[[[[[[[]]]]]]]]]]"};

  private static final String[] PLACES = {"", "/a", "/a/1", "/a~1b", "/a/-", "/", "/x/y", "/0", "~"};

  private static final String[] ADDRESSES =
      {"10.1.2.3", "10.1.2.3:80", "::1", "[2001:db8::1]:443", "fe80::1%eth0", "1.2.3",
          "::ffff:10.0.0.1", "1:2:3:4:5:6:7:8", "1::2::3", "", "10.0.0.0/8", "fd00::/8", "10.0.0.1/8", "::/0",
          "1.1.1.1, 10.0.0.9"};

  private DataTexts() {}

  static String fields() {
    StringBuilder out = new StringBuilder();
    for (String text : new String[] {"a=1&b=%C3%A9+x&&c&=d&a=%zz%4", " a=1; b=\"q\";;c ; =d; e=f=g", "", "%", "&;="}) {
      Bytes bytes = Bytes.latin1(text);
      for (Fields fields : new Fields[] {Fields.ofForm(bytes), Fields.ofForm(bytes, 2), Fields.ofCookies(bytes)}) {
        out.append(fields.count()).append(fields.isComplete());
        for (int i = 0; i < fields.count(); i++) {
          out.append('[').append(fields.name(i)).append('=').append(fields.value(i)).append(']');
        }
      }
      out.append(Percent.decode(bytes)).append(Percent.encode(bytes)).append(Percent.encodeForm(bytes)).append('\n');
    }
    return out.toString();
  }

  static String json() {
    StringBuilder out = new StringBuilder();
    Json put = JsonWriter.string("p\"\n");
    for (String text : JSON) {
      Either<JsonError, Json> read = Json.read(Bytes.utf8(text));
      if (read.isLeft()) {
        out.append(read.getLeft().offset()).append(read.getLeft().reason()).append('\n');
        continue;
      }
      for (String place : PLACES) {
        for (JsonPointer pointer : JsonPointer.parse(place)) {
          for (Json at : read.get().at(pointer)) {
            out.append(at.kind())
                .append(at)
                .append(at.string())
                .append(at.number())
                .append(at.integer())
                .append(at.bool());
          }
          out.append(JsonEdit.set(read.get(), pointer, put)).append(JsonEdit.add(read.get(), pointer, put));
          out.append(JsonEdit.remove(read.get(), pointer)).append('\n');
        }
      }
    }
    JsonWriter writer =
        new JsonWriter().beginObject().name("n").value(Long.MIN_VALUE).name("l").beginArray().value(true);
    return out.append(writer.nullValue().value(put).endArray().endObject().bytes()).toString();
  }

  static String addresses() {
    StringBuilder out = new StringBuilder();
    for (String text : ADDRESSES) {
      out.append(IpAddress.parse(text)).append(IpAddress.parseWithPort(text)).append(Cidr.parse(text));
      out.append(ForwardedFor.client(text, 1)).append(ForwardedFor.client(text, 2));
      for (String other : ADDRESSES) {
        for (Cidr block : Cidr.parse(text)) {
          out.append(IpAddress.parse(other).map(block::contains));
        }
      }
      out.append('\n');
    }
    return out.toString();
  }
}
