package dev.sluice.data.json;

import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;
import io.vavr.control.Option;

/**
 * Changes of one place in a JSON text. All bytes of other places stay as they are: white space, order, digits, escapes.
 * None means that the place is not there; the text is then to be left alone.
 */
public final class JsonEdit {
  private JsonEdit() {}

  /**
   * Puts a value at a place: in place of what is there, as a new last member of an object, or, with the token
   * {@code -}, behind an array's last element. The container must be there.
   */
  public static Option<Json> set(Json document, JsonPointer place, Json value) {
    Option<Json> there = document.at(place);
    if (there.isDefined()) {
      return Option.some(splice(document, there.get().from(), there.get().to(), value.raw()));
    }
    return append(document, place, value);
  }

  /** As {@link #set}, but an element of an array is put before the one that is there (RFC 6902 section 4.1). */
  public static Option<Json> add(Json document, JsonPointer place, Json value) {
    int last = place.depth() - 1;
    if (last < 0) {
      return set(document, place, value);
    }
    Option<JsonMembers> container = container(document, place);
    if (container.isEmpty() || container.get().isObject()) {
      return set(document, place, value);
    }
    JsonMembers members = container.get();
    if (members.find(place, last)) {
      ByteSink inserted = new ByteSink(value.to() - value.from() + 1).put(value.raw()).put(',');
      return Option.some(splice(document, members.start(), members.start(), inserted.bytes()));
    }
    return place.index(last) == members.index() + 1 || JsonMembers.isAppend(place.token(last))
        ? Option.some(appendTo(document, place, value))
        : Option.none();
  }

  /** Takes out a member, all of its name, or an element, with its comma. The whole text cannot be taken out. */
  public static Option<Json> remove(Json document, JsonPointer place) {
    int last = place.depth() - 1;
    Option<JsonMembers> container = last < 0 ? Option.none() : container(document, place);
    if (container.isEmpty()) {
      return Option.none();
    }
    JsonMembers members = container.get();
    Bytes text = document.text();
    ByteSink out = new ByteSink(text.length());
    int previousEnd = -1;
    boolean kept = false;
    boolean removed = false;
    while (members.next()) {
      if (previousEnd < 0) {
        out.put(text, 0, members.start());
      }
      boolean named = members.isObject()
          ? members.isNamed(place.token(last))
          : members.index() == place.index(last);
      if (named) {
        removed = true;
      } else {
        // The comma before a member goes with it, unless it has become the first.
        out.put(text, kept ? previousEnd : members.start(), members.end());
        kept = true;
      }
      previousEnd = members.end();
    }
    return removed ? Option.some(Json.of(out.put(text, previousEnd, text.length()).bytes())) : Option.none();
  }

  private static Option<JsonMembers> container(Json document, JsonPointer place) {
    Json found = document;
    for (int i = 0; i < place.depth() - 1; i++) {
      JsonMembers members = found.members();
      if (!members.find(place, i)) {
        return Option.none();
      }
      found = members.value();
    }
    return found.isContainer() ? Option.some(found.members()) : Option.none();
  }

  private static Option<Json> append(Json document, JsonPointer place, Json value) {
    Option<JsonMembers> container = place.depth() == 0 ? Option.none() : container(document, place);
    if (container.isEmpty()) {
      return Option.none();
    }
    boolean fits = container.get().isObject() || JsonMembers.isAppend(place.token(place.depth() - 1));
    return fits ? Option.some(appendTo(document, place, value)) : Option.none();
  }

  /** Behind the container's last value; into it where it is empty. */
  private static Json appendTo(Json document, JsonPointer place, Json value) {
    JsonMembers members = container(document, place).get();
    int at = members.inside();
    boolean empty = true;
    while (members.next()) {
      at = members.end();
      empty = false;
    }
    ByteSink added = new ByteSink(value.to() - value.from() + 16);
    if (!empty) {
      added.put(',');
    }
    if (members.isObject()) {
      JsonWriter.quote(place.token(place.depth() - 1), added);
      added.put(':');
    }
    return splice(document, at, at, added.put(value.raw()).bytes());
  }

  private static Json splice(Json document, int from, int to, Bytes between) {
    Bytes text = document.text();
    ByteSink out = new ByteSink(text.length() + between.length());
    return Json.of(out.put(text, 0, from).put(between).put(text, to, text.length()).bytes());
  }
}
