package dev.sluice.settings;

import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonKind;
import dev.sluice.data.json.JsonPointer;
import dev.sluice.plan.Check;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/** See {@link Decoders#union}. */
final class UnionDecoder<T> extends Decoder<T> {
  private final String discriminator;
  private final JsonPointer pointer;
  private final Variant<? extends T>[] variants;
  private final ChoiceDecoder<Variant<? extends T>> choice;

  UnionDecoder(String discriminator, Variant<? extends T>[] variants) {
    this.discriminator = Check.given("union", "the name of the field that tells the variants apart", discriminator);
    this.pointer = JsonPointer.parse(Place.pointer(discriminator)).get();
    this.variants = variants.clone();
    this.choice = new ChoiceDecoder<>("union", variants, Variant::name);
  }

  @Override
  T read(Json json, Place place) {
    if (json.kind() != JsonKind.OBJECT) {
      return unexpected(json, place);
    }
    Option<Json> which = json.at(pointer);
    Place member = place.member(discriminator);
    if (which.isEmpty()) {
      return member.refuse("is missing; give " + choice.expected());
    }
    Variant<? extends T> variant = choice.read(which.get(), member);
    return variant == null ? null : variant.decoder().read(json, place, discriminator);
  }

  @Override
  String expected() {
    return "an object";
  }

  @Override
  public Schema schema() {
    List<Schema> all = new ArrayList<>();
    for (Variant<? extends T> variant : variants) {
      all.add(variant.decoder().schema(discriminator, variant.name()));
    }
    return Schema.ofType("object").with("oneOf", all);
  }
}
