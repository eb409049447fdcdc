package dev.sluice.laws.reference;

import dev.sluice.laws.pipeline.Change;
import dev.sluice.laws.reference.JsonText.Node;
import dev.sluice.laws.reference.JsonText.Part;
import java.util.List;

/** Changes JSON, all other bytes of which stay. */
final class JsonEdits {
  private JsonEdits() {}

  /**
   * The document afterwards, the same one where nothing changes, null where it does not fit.
   *
   * @param value what is put there, null for an absent one
   */
  static JsonText applied(JsonText document, Change change, String value) {
    String pointer = Message.bytes(change.pointer());
    if (isAmbiguous(document, pointer)) {
      return null;
    }
    return switch (change) {
      case Change.Remove remove -> removed(document, pointer);
      case Change.Require(var place, var kind) -> {
        Node found = document.at(pointer);
        yield found != null && (kind.isEmpty() || kind.equals(kind(found))) ? document : null;
      }
      case Change.Rename(var place, var name) -> renamed(document, pointer, Message.bytes(name));
      case Change.SetText set -> value == null ? removed(document, pointer)
          : put(document, pointer, "\"" + JsonText.escaped(value) + "\"");
      case Change.SetNumber set -> value == null ? removed(document, pointer) : put(document, pointer, value);
      case Change.SetJson set -> {
        JsonText json = JsonText.read(value);
        yield value == null ? removed(document, pointer)
            : json == null ? null : put(document, pointer, json.written(json.root()));
      }
    };
  }

  private static String kind(Node node) {
    return switch (node.kind()) {
      case '{' -> "OBJECT";
      case '[' -> "ARRAY";
      case '"' -> "STRING";
      case '0' -> "NUMBER";
      case 'n' -> "NULL";
      default -> "BOOLEAN";
    };
  }

  private static boolean isAmbiguous(JsonText document, String pointer) {
    Node found = document.root();
    for (String token : JsonText.tokens(pointer)) {
      if (found.kind() == '{' && found.parts().stream().filter(part -> part.name().equals(token)).count() > 1) {
        return true;
      }
      Part part = JsonText.part(found, token);
      if (part == null) {
        return false;
      }
      found = part.value();
    }
    return false;
  }

  private static JsonText put(JsonText document, String pointer, String value) {
    List<String> tokens = JsonText.tokens(pointer);
    Node found = document.root();
    for (int i = 0; i < tokens.size(); i++) {
      Part part = JsonText.part(found, tokens.get(i));
      if (part != null) {
        found = part.value();
      } else if (found.kind() == '{') {
        StringBuilder made = new StringBuilder(value);
        for (int j = tokens.size() - 1; j > i; j--) {
          made.insert(0, "{" + quoted(tokens.get(j)) + ":").append('}');
        }
        return appended(document, found, quoted(tokens.get(i)) + ":" + made);
      } else {
        boolean behind = found.kind() == '[' && i == tokens.size() - 1 && tokens.get(i).equals("-");
        return behind ? appended(document, found, value) : null;
      }
    }
    return spliced(document, found.from(), found.to(), value);
  }

  private static String quoted(String name) {
    return "\"" + JsonText.escaped(name) + "\"";
  }

  private static JsonText appended(JsonText document, Node container, String part) {
    boolean empty = container.parts().isEmpty();
    int at = empty ? container.from() + 1 : container.parts().getLast().value().to();
    return spliced(document, at, at, empty ? part : "," + part);
  }

  private static JsonText removed(JsonText document, String pointer) {
    List<String> tokens = JsonText.tokens(pointer);
    if (document.at(pointer) == null || tokens.isEmpty()) {
      return document;
    }
    Node container = container(document, pointer);
    List<Part> parts = container.parts();
    int i = parts.indexOf(JsonText.part(container, tokens.getLast()));
    if (i > 0) {
      return spliced(document, parts.get(i - 1).value().to(), parts.get(i).value().to(), "");
    }
    int end = parts.size() > 1 ? parts.get(1).start() : parts.get(0).value().to();
    return spliced(document, parts.get(0).start(), end, "");
  }

  /** It then stands behind the others, in the place of one that has the name. */
  private static JsonText renamed(JsonText document, String pointer, String name) {
    Node there = document.at(pointer);
    if (there == null) {
      return document;
    }
    String renamed = pointer.substring(0, pointer.lastIndexOf('/') + 1) + name.replace("~", "~0").replace("/", "~1");
    if (container(document, pointer).kind() != '{' || isAmbiguous(document, renamed)) {
      return null;
    }
    String value = document.written(there);
    return put(removed(removed(document, pointer), renamed), renamed, value);
  }

  private static Node container(JsonText document, String pointer) {
    return document.at(pointer.substring(0, pointer.lastIndexOf('/')));
  }

  private static JsonText spliced(JsonText document, int from, int to, String between) {
    return JsonText.of(document.text().substring(0, from) + between + document.text().substring(to));
  }
}
