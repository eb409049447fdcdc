package dev.sluice.settings;

import dev.sluice.abi.Decimal;
import dev.sluice.data.json.JsonMembers;

/** Names of members, which an error's pointer repeats: too long a one would make a few errors fill the memory. */
final class Names {
  static final int LONGEST = 256;

  private Names() {}

  /** The name of the member, null once its object has been told that it is too long. */
  static String read(JsonMembers members, Place object) {
    String name = members.name().get();
    return name.length() <= LONGEST
        ? name
        : object.refuse("has the field " + Quoted.of(name) + " of " + Decimal.of(name.length())
            + " characters; a name has at most " + Decimal.of(LONGEST));
  }
}
