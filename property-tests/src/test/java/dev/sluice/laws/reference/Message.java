package dev.sluice.laws.reference;

import dev.sluice.abi.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A message as plain lists: fields with pseudo-headers, a body, what its body still has to go through. */
final class Message {
  final List<Field> fields = new ArrayList<>();
  final List<Field> trailers = new ArrayList<>();
  final List<String[]> streams = new ArrayList<>();
  String body = "";
  /** Whether it has a body, if only an empty one. */
  boolean hasBody;
  /** Whether it has ended with its headers. */
  boolean bare;
  /** Whether all of it is there: it ended with its headers, or its end has been waited for. */
  boolean complete;

  static Message of(Iterable<Header> fields, String body, boolean hasBody, Iterable<Header> trailers) {
    Message message = new Message();
    fields.forEach(field -> message.fields.add(field(field)));
    trailers.forEach(field -> message.trailers.add(field(field)));
    message.body = body;
    message.hasBody = hasBody;
    message.bare = !hasBody && message.trailers.isEmpty();
    message.complete = message.bare;
    return message;
  }

  private static Field field(Header header) {
    return new Field(header.name().latin1().toLowerCase(Locale.ROOT), header.value().latin1());
  }

  Message copy() {
    Message other = new Message();
    other.fields.addAll(fields);
    other.body = body;
    other.hasBody = hasBody;
    other.complete = complete;
    other.bare = bare;
    return other;
  }

  /** Null where there is none. */
  String first(String name) {
    return all(name).stream().findFirst().orElse(null);
  }

  List<String> all(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).map(Field::value).toList();
  }

  void set(String name, String value) {
    remove(name);
    add(name, value);
  }

  void add(String name, String value) {
    fields.add(new Field(name, value));
  }

  void remove(String name) {
    fields.removeIf(field -> field.name().equals(name));
  }

  /** Headers that do not hold of another body. */
  void removeStale() {
    List.of("content-length", "etag", "content-digest", "repr-digest", "digest", "content-md5", "accept-ranges")
        .forEach(this::remove);
  }

  /** The body at the end of its way. */
  String streamed() {
    String result = body;
    for (String[] pair : streams) {
      result = hasBody ? result.replace(pair[0], pair[1]) : result;
    }
    return result;
  }

  /** What bytes mean in UTF-8. */
  static String characters(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** UTF-8, one character for each byte. */
  static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
