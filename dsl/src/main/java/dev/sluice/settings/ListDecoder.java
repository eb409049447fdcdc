package dev.sluice.settings;

import dev.sluice.abi.Decimal;
import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonKind;
import dev.sluice.data.json.JsonMembers;
import dev.sluice.plan.Lists;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/** An array of like values, see {@link Decoders#listOf}. */
public final class ListDecoder<T> extends Decoder<List<T>> {
  private final Decoder<T> element;
  private final int fewest;
  private final int most;

  ListDecoder(Decoder<T> element, int fewest, int most) {
    if (fewest < 0 || fewest > most) {
      throw new IllegalArgumentException("listOf: no array has at least " + Decimal.of(fewest) + " and at most "
          + Decimal.of(most) + " elements; give the lower number first");
    }
    this.element = element;
    this.fewest = fewest;
    this.most = most;
  }

  /** At least one element. */
  public ListDecoder<T> notEmpty() {
    return size(1, most);
  }

  /** At least the one and at most the other number of elements. */
  public ListDecoder<T> size(int atLeast, int atMost) {
    return new ListDecoder<>(element, atLeast, atMost);
  }

  @Override
  List<T> read(Json json, Place place) {
    if (json.kind() != JsonKind.ARRAY) {
      return unexpected(json, place);
    }
    List<T> values = new ArrayList<>();
    JsonMembers members = json.members();
    boolean complete = true;
    while (members.next()) {
      T value = element.read(members.value(), place.element(members.index()));
      complete &= value != null;
      values.add(value);
    }
    int size = members.index() + 1;
    if (size < fewest || size > most) {
      return place.refuse("has " + Decimal.of(size) + " elements and is not " + expected());
    }
    return complete ? Lists.copy(values) : null;
  }

  @Override
  String expected() {
    if (most == Integer.MAX_VALUE) {
      return fewest == 0 ? "an array" : "an array of at least " + Decimal.of(fewest) + plural(fewest);
    }
    return "an array of " + Decimal.of(fewest) + " to " + Decimal.of(most) + plural(most);
  }

  private static String plural(int count) {
    return count == 1 ? " element" : " elements";
  }

  @Override
  public Schema schema() {
    Schema schema = Schema.ofType("array").with("items", element.schema());
    schema = fewest == 0 ? schema : schema.with("minItems", (long) fewest);
    return most == Integer.MAX_VALUE ? schema : schema.with("maxItems", (long) most);
  }

  @Override
  Option<Object> shown(List<T> value) {
    List<Object> all = new ArrayList<>();
    for (T one : value) {
      element.shown(one).forEach(all::add);
    }
    return all.size() == value.size() ? Option.some(all) : Option.none();
  }
}
