package dev.sluice.settings;

import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonMembers;

/** Which member of an object is for which of its fields. */
final class Assignment {
  private final Field<?>[] fields;
  private final String discriminator;
  private final Place object;
  private final Json[] values;
  private final String[] names;
  private boolean complete = true;
  private boolean discriminated;

  /** @param discriminator name of a member that is somebody else's business, empty for none */
  Assignment(Field<?>[] fields, String discriminator, Place object) {
    this.fields = fields;
    this.discriminator = discriminator;
    this.object = object;
    this.values = new Json[fields.length];
    this.names = new String[fields.length];
  }

  /** Takes all members, and tells of those that no field has a use for. */
  void take(JsonMembers members) {
    while (members.next()) {
      String name = Names.read(members, object);
      complete &= name != null && take(name, members.value());
    }
  }

  private boolean take(String name, Json value) {
    Place member = object.member(name);
    if (!discriminator.isEmpty() && name.equals(discriminator)) {
      boolean again = discriminated;
      discriminated = true;
      return !again || twice(member);
    }
    int field = indexOf(fields, name);
    if (field < 0) {
      return Names.isReserved(name, object) || unknown(member, name);
    }
    if (values[field] != null) {
      return name.equals(names[field]) ? twice(member) : both(member, names[field]);
    }
    values[field] = value;
    names[field] = name;
    if (!name.equals(fields[field].name())) {
      member.warn("is deprecated; the field is now named " + Quoted.of(fields[field].name()));
    }
    return true;
  }

  /** Whether there is no member too many. */
  boolean isComplete() {
    return complete;
  }

  /** What the field of this number reads, null once it has told why there is nothing. */
  Object read(int field) {
    return values[field] == null
        ? fields[field].absent(object.member(fields[field].name()))
        : fields[field].read(values[field], object.member(names[field]));
  }

  /** The number of the field that has this name, or had it once; -1 where none has. */
  static int indexOf(Field<?>[] fields, String name) {
    for (int i = 0; i < fields.length; i++) {
      if (fields[i].isNamed(name)) {
        return i;
      }
    }
    return -1;
  }

  private boolean unknown(Place member, String name) {
    String[] known = new String[fields.length + (discriminator.isEmpty() ? 0 : 1)];
    for (int i = 0; i < fields.length; i++) {
      known[i] = fields[i].name();
    }
    if (known.length > fields.length) {
      known[fields.length] = discriminator;
    }
    String hint = Nearest.hint(name, known);
    member.refuse("is no known field"
        + (hint.isEmpty() && known.length > 0 ? "; known are " + Nearest.list(known) : hint));
    return false;
  }

  private static boolean twice(Place member) {
    member.refuse("is given twice; give it once");
    return false;
  }

  private static boolean both(Place member, String other) {
    member.refuse("is another name of " + Quoted.of(other) + ", which is given too; give one of them");
    return false;
  }
}
