package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * One hostcall of a plugin.
 *
 * @param name the ABI's name, such as {@code proxy_get_header_map_value}
 * @param arguments in readable form: names of constants, numbers, quoted text
 */
public record HostcallRecord(String name, List<String> arguments, Status status) {
  private static final int SHOWN = 200;

  static HostcallRecord of(String name, Status status, Object... arguments) {
    List<String> readable = new ArrayList<>(arguments.length);
    for (Object argument : arguments) {
      readable.add(argument instanceof Bytes bytes ? quoted(bytes) : String.valueOf(argument));
    }
    return new HostcallRecord(name, List.copyOf(readable), status);
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
    return name + "(" + String.join(", ", arguments) + ") = " + status;
  }
}
