package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Status;
import java.util.ArrayList;
import java.util.List;

/** One hostcall of a plugin. Its arguments are put into words when somebody asks for them. */
public final class HostcallRecord {
  private static final int SHOWN = 200;

  private final String name;
  private final Status status;
  private final Object[] arguments;

  private HostcallRecord(String name, Status status, Object... arguments) {
    this.name = name;
    this.status = status;
    this.arguments = arguments;
  }

  /** @param arguments immutable ones, handed over for good */
  static HostcallRecord of(String name, Status status, Object... arguments) {
    return new HostcallRecord(name, status, arguments);
  }

  /** The ABI's name, such as {@code proxy_get_header_map_value}. */
  public String name() {
    return name;
  }

  public Status status() {
    return status;
  }

  /** In readable form: names of constants, numbers, quoted text. */
  public List<String> arguments() {
    List<String> readable = new ArrayList<>(arguments.length);
    for (Object argument : arguments) {
      readable.add(argument instanceof Bytes bytes ? quoted(bytes) : String.valueOf(argument));
    }
    return readable;
  }

  private static String quoted(Bytes bytes) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < Math.min(bytes.length(), SHOWN); i++) {
      char c = (char) (bytes.at(i) & 0xff);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        text.append(String.format("\\x%02x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
    return bytes.length() <= SHOWN ? text.toString() : text + "... (" + bytes.length() + " bytes)";
  }

  @Override
  public String toString() {
    return name + "(" + String.join(", ", arguments()) + ") = " + status;
  }
}
