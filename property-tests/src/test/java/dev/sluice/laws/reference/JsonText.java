package dev.sluice.laws.reference;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A JSON text (RFC 8259), read strictly, with the places of its parts. */
final class JsonText {
  private static final int DEEPEST = 64;
  private static final String PLAIN = "[^\"\\\\\\x00-\\x1f]*+";
  private static final String STRING =
      "\"" + PLAIN + "(\\\\([\"\\\\/bfnrt]|u[0-9a-fA-F]{4})" + PLAIN + ")*+\"";

  private final String text;
  private final Node root;

  /**
   * A value.
   *
   * @param kind the first character, {@code 0} of numbers
   * @param parts members or elements
   */
  record Node(char kind, int from, int to, List<Part> parts) {}

  /**
   * A member or element.
   *
   * @param name in bytes, null of an element
   * @param start where it begins, with its name
   */
  record Part(String name, int start, Node value) {}

  private JsonText(String text, int deepest) {
    this.text = text;
    this.root = new Parser().whole(deepest);
  }

  /** Of a text that is JSON, however deep. */
  static JsonText of(String json) {
    return new JsonText(json, Integer.MAX_VALUE);
  }

  /** Null where it is none. */
  static JsonText read(String text) {
    try {
      if (text == null) {
        return null;
      }
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
      return new JsonText(text, DEEPEST);
    } catch (CharacterCodingException | IllegalArgumentException malformed) {
      return null;
    }
  }

  String text() {
    return text;
  }

  Node root() {
    return root;
  }

  String written(Node node) {
    return text.substring(node.from, node.to);
  }

  /** The names or indexes of a pointer (RFC 6901). */
  static List<String> tokens(String pointer) {
    return pointer.isEmpty() ? List.of()
        : List.of(pointer.substring(1).split("/", -1))
            .stream()
            .map(token -> token.replace("~1", "/").replace("~0", "~"))
            .toList();
  }

  /** Null where there is none; of several of one name the last. */
  static Part part(Node container, String token) {
    if (container.kind == '[') {
      boolean index = token.matches("0|[1-9][0-9]{0,8}") && Integer.parseInt(token) < container.parts.size();
      return index ? container.parts.get(Integer.parseInt(token)) : null;
    }
    return container.parts.stream().filter(part -> part.name.equals(token)).reduce((one, last) -> last).orElse(null);
  }

  /** Null where there is none. */
  Node at(String pointer) {
    Node found = root;
    for (String token : tokens(pointer)) {
      Part part = part(found, token);
      if (part == null) {
        return null;
      }
      found = part.value;
    }
    return found;
  }

  /** What the value there means as a text; null for null and where there is none. */
  String meaning(String pointer) {
    Node found = at(pointer);
    return found == null || found.kind == 'n' ? null : found.kind == '"' ? meaning(found) : written(found);
  }

  private String meaning(Node string) {
    return unquoted(text.substring(string.from + 1, string.to - 1));
  }

  private static String unquoted(String inner) {
    String characters = Message.characters(inner);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < characters.length(); i++) {
      char c = characters.charAt(i);
      if (c == '\\' && characters.charAt(++i) == 'u') {
        out.append((char) Integer.parseInt(characters.substring(i + 1, i + 5), 16));
        i += 4;
      } else if (c == '\\') {
        int known = "bfnrt".indexOf(characters.charAt(i));
        out.append(known < 0 ? characters.charAt(i) : "\b\f\n\r\t".charAt(known));
      } else {
        out.append(c);
      }
    }
    StringBuilder whole = new StringBuilder();
    out.codePoints().forEach(point -> whole.appendCodePoint(point >= 0xd800 && point < 0xe000 ? 0xfffd : point));
    return Message.bytes(whole.toString());
  }

  /** A text as it stands in a string. */
  static String escaped(String bytes) {
    String characters = Message.characters(bytes);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < characters.length(); i++) {
      char c = characters.charAt(i);
      out.append(c == '"' || c == '\\' ? "\\" + c : c < ' ' || c == 0x7f ? String.format("\\u%04x", (int) c) : "" + c);
    }
    return Message.bytes(out.toString());
  }

  /** The template of generated pipelines. */
  static String filled(String text, Long number) {
    String value = text == null ? "null" : "\"" + escaped(text) + "\"";
    String both = (text == null ? "" : escaped(text)) + (number == null ? "" : number);
    return "{\"a\": " + value + ", \"b\":" + number + ",\"c\":\"-" + both + "\"}";
  }

  private final class Parser {
    private int at;

    private Node whole(int deepest) {
      Node node = value(deepest);
      expect(at == text.length());
      return node;
    }

    private Node value(int deeper) {
      blanks();
      Node node = switch (peek()) {
        case '{', '[' -> container(deeper);
        case '"' -> new Node('"', at, matched(STRING), List.of());
        case 't', 'f', 'n' -> new Node(peek(), at, matched("true|false|null"), List.of());
        default -> new Node('0', at, matched("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?"), List.of());
      };
      at = node.to;
      blanks();
      return node;
    }

    private Node container(int deeper) {
      expect(deeper > 0);
      int from = at;
      char kind = peek();
      char end = kind == '{' ? '}' : ']';
      List<Part> parts = new ArrayList<>();
      at++;
      blanks();
      while (peek() != end) {
        blanks();
        int start = at;
        String name = kind == '{' ? name() : null;
        blanks();
        int begin = at;
        Node value = value(deeper - 1);
        parts.add(new Part(name, name == null ? begin : start, value));
        expect(peek() == ',' || peek() == end);
        if (peek() == ',') {
          at++;
          blanks();
          expect(peek() != end);
        }
      }
      return new Node(kind, from, at + 1, List.copyOf(parts));
    }

    private String name() {
      expect(peek() == '"');
      Node name = value(0);
      expect(peek() == ':');
      at++;
      return unquoted(text.substring(name.from + 1, name.to - 1));
    }

    private int matched(String pattern) {
      var matcher = java.util.regex.Pattern.compile(pattern).matcher(text).region(at, text.length());
      expect(matcher.lookingAt());
      return matcher.end();
    }

    private void blanks() {
      while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }

    private char peek() {
      expect(at < text.length());
      return text.charAt(at);
    }

    private static void expect(boolean right) {
      if (!right) {
        throw new IllegalArgumentException("no JSON");
      }
    }
  }
}
