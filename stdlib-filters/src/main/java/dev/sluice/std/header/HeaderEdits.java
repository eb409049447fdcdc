package dev.sluice.std.header;

import static dev.sluice.settings.Decoders.field;
import static dev.sluice.settings.Decoders.headerName;
import static dev.sluice.settings.Decoders.listOf;
import static dev.sluice.settings.Decoders.mapOf;
import static dev.sluice.settings.Decoders.object;
import static dev.sluice.settings.Decoders.oneOrMany;
import static dev.sluice.settings.Decoders.text;

import dev.sluice.dsl.Sluice;
import dev.sluice.settings.Decoder;
import dev.sluice.step.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Edits of headers as a configuration has them; of both messages alike. */
record HeaderEdits(
    List<String> remove, Map<String, String> rename, Map<String, String> set, Map<String, List<String>> add) {
  private static final int LONGEST_VALUE = 8192;
  private static final List<String> OF_THE_PROXY = List.of("connection", "content-length", "host", "transfer-encoding");

  static final Decoder<HeaderEdits> DECODER = object(
      field("remove", listOf(name())).orElse(List.of()).describedAs("headers that are taken out, first"),
      field("rename",
          mapOf(name(), name()).check(HeaderEdits::eachAnother, "gives a header its own name; give another"))
          .orElse(Map.of())
          .describedAs("old names and new ones; what had the new name goes"),
      field("set", mapOf(name(), value())).orElse(Map.of()).describedAs("headers that get this value and no other"),
      field("add", mapOf(name(), oneOrMany(value()))).orElse(Map.of())
          .describedAs("headers that get one more value, or several more"))
      .as(HeaderEdits::new);

  /** One step for each edit, in the order in which they are made. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    remove.forEach(name -> steps.add(Sluice.removeHeader(name)));
    rename.forEach((from, to) -> steps.add(Sluice.renameHeader(from, to)));
    set.forEach((name, value) -> steps.add(Sluice.setHeader(name, value)));
    add.forEach((name, values) -> values.forEach(value -> steps.add(Sluice.addHeader(name, value))));
    return steps;
  }

  private static Decoder<String> name() {
    return headerName().check(
        name -> !OF_THE_PROXY.contains(name),
        "is a header that the proxy writes (connection, content-length, host, transfer-encoding); leave it out");
  }

  /** A value for a header: visible characters, spaces and tabs (RFC 9110 section 5.5). */
  static Decoder<String> value() {
    return text().atMost(LONGEST_VALUE)
        .check(HeaderEdits::isVisible, "has a control character, which a header cannot; take it out");
  }

  private static boolean isVisible(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' && c != '\t' || c == 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static boolean eachAnother(Map<String, String> renames) {
    for (Map.Entry<String, String> rename : renames.entrySet()) {
      if (rename.getKey().equals(rename.getValue())) {
        return false;
      }
    }
    return true;
  }
}
