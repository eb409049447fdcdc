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

  /**
   * As {@link #set}, but objects that are not there on the way are made. None where something else than an object stands on
   * the way, or an array lacks the element.
   */
  public static Option<Json> put(Json document, JsonPointer place, Json value) {
    Option<Json> set = set(document, place, value);
    if (set.isDefined()) {
      return set;
    }
    Json found = document;
    int depth = 0;
    for (JsonMembers members = found.members(); members.find(place, depth); members = found.members()) {
      found = members.value();
      depth++;
    }
    if (found.kind() != JsonKind.OBJECT) {
      return Option.none();
    }
    JsonWriter writer = new JsonWriter();
    for (int i = depth + 1; i < place.depth(); i++) {
      writer.beginObject().name(place.token(i).utf8());
    }
    writer.value(value);
    for (int i = depth + 1; i < place.depth(); i++) {
      writer.endObject();
    }
    return Option.some(appendTo(document, found.members(), place.token(depth), Json.of(writer.bytes())));
  }

  /**
   * Whether an object on the way to a place, or the one it is in, has the name more than once: readers differ in which of
   * these counts.
   */
  public static boolean isAmbiguous(Json document, JsonPointer place) {
    Json found = document;
    for (int i = 0; i < place.depth(); i++) {
      JsonMembers all = found.members();
      int named = 0;
      while (all.isObject() && all.next()) {
        named += all.isNamed(place.token(i)) ? 1 : 0;
      }
      if (named > 1) {
        return true;
      }
      JsonMembers members = found.members();
      if (!members.find(place, i)) {
        return false;
      }
      found = members.value();
    }
    return false;
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
        ? Option.some(appendTo(document, container(document, place).get(), place.token(last), value))
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

  /**
   * Gives a member that is there another name: it then stands behind the others, one of that name goes. None for an element,
   * which has no name, and where that name is there more than once.
   *
   * @param renamed the same place with the other name
   */
  public static Option<Json> rename(Json document, JsonPointer place, JsonPointer renamed) {
    boolean named = container(document, place).filter(JsonMembers::isObject).isDefined();
    if (!named || isAmbiguous(document, renamed)) {
      return Option.none();
    }
    Json value = document.at(place).get();
    Json without = remove(document, place).get();
    return append(remove(without, renamed).getOrElse(without), renamed, value);
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
    Bytes token = place.token(place.depth() - 1);
    boolean fits = container.get().isObject() || JsonMembers.isAppend(token);
    return fits ? Option.some(appendTo(document, container.get(), token, value)) : Option.none();
  }

  /** Behind the container's last value; into it where it is empty. The members are as new, none was gone to. */
  private static Json appendTo(Json document, JsonMembers members, Bytes token, Json value) {
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
      JsonWriter.quote(token, added);
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
