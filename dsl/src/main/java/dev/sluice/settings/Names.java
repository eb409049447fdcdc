package dev.sluice.settings;

import dev.sluice.abi.Decimal;
import dev.sluice.data.json.JsonMembers;

/** Names of members, which an error's pointer repeats: too long a one would make a few errors fill the memory. */
final class Names {
  static final int LONGEST = 256;

  /** The member of a configuration that is the proxy's to say something to the engine: no decoder's business. */
  private static final String RESERVED = "sluice";

  private Names() {}

  /** The name of the member, null once its object has been told that it is too long. */
  static String read(JsonMembers members, Place object) {
    String name = members.name().get();
    return name.length() <= LONGEST
        ? name
        : object.refuse("has the field " + Quoted.of(name) + " of " + Decimal.of(name.length())
            + " characters; a name has at most " + Decimal.of(LONGEST));
  }

  /** Whether this is the engine's own member of the whole configuration. */
  static boolean isReserved(String name, Place object) {
    return object.isRoot() && name.equals(RESERVED);
  }
}
