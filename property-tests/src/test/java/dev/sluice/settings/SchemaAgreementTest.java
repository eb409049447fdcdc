package dev.sluice.settings;

import static dev.sluice.settings.Decoders.bool;
import static dev.sluice.settings.Decoders.byteSize;
import static dev.sluice.settings.Decoders.decimal;
import static dev.sluice.settings.Decoders.duration;
import static dev.sluice.settings.Decoders.field;
import static dev.sluice.settings.Decoders.integer;
import static dev.sluice.settings.Decoders.listOf;
import static dev.sluice.settings.Decoders.mapOf;
import static dev.sluice.settings.Decoders.object;
import static dev.sluice.settings.Decoders.objectOr;
import static dev.sluice.settings.Decoders.oneOrMany;
import static dev.sluice.settings.Decoders.optional;
import static dev.sluice.settings.Decoders.secret;
import static dev.sluice.settings.Decoders.text;
import static dev.sluice.settings.Decoders.union;
import static dev.sluice.settings.Decoders.variant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.rules.Rules;
import dev.sluice.schema.SettingsSchema;
import io.vavr.collection.List;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.Validator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** A decoder and its schema, read by a validator of another project, accept the same configurations. */
class SchemaAgreementTest {
  private static final Decoder<?> DECODER = object(
      field("a", text().notBlank().length(1, 3)).orElse("x").formerly("A"),
      field("b", integer().between(-5, 5)),
      optional("c", decimal().between(0, 1)),
      optional("d", duration()),
      optional("e", byteSize()),
      optional("f", listOf(oneOrMany(bool())).size(0, 2)),
      optional("g", mapOf(text().oneOf("a", "b"), text().oneOf("x", "y"))),
      optional("h", union("b", variant("x", object(field("a", bool())).as(value -> value)),
          variant("y", object(field("c", secret().atLeast(2)).formerly("d")).as(value -> value)))),
      optional("i", objectOr(object(field("a", bool())).as(value -> value), bool())),
      optional("j", text().matching("x*"))).as((a, b, c, d, e, f, g, h, i, j) -> a);

  private static final Validator VALIDATOR = validator(DECODER);

  private static Validator validator(Decoder<?> decoder) {
    JsonObject schema = new JsonObject(SettingsSchema.of(decoder).toJson());
    return Validator.create(JsonSchema.of(schema), new JsonSchemaOptions().setDraft(Draft.DRAFT202012)
        .setBaseUri("https://sluice.test/")
        .setOutputFormat(OutputFormat.Flag));
  }

  private static void agree(Decoder<?> decoder, Validator validator, String text) {
    assertEquals(
        validator.validate(new JsonObject(text)).getValid(), decoder.decode(Bytes.utf8(text)).isValid(),
        () -> text + ": " + decoder.decode(Bytes.utf8(text)));
  }

  @Property(tries = 3_000)
  void theyAgree(@ForAll("configurations") String text) {
    agree(DECODER, VALIDATOR, text);
  }

  /** So that the property is not about refusals alone. */
  @Example
  void someAreAccepted() {
    for (String text : List.of("{'b':1}", "{'b':1.0,'A':'x','c':0.5,'d':'1m30s','e':'64KiB','f':[true,[false]]}",
        "{'b':-5,'g':{'a':'x'},'h':{'b':'y','d':'zz'},'i':{'a':true},'j':'xx','sluice':{}}",
        "{'b':0,'h':{'b':'x','a':true},'i':false}")) {
      String json = text.replace('\'', '"');
      agree(DECODER, VALIDATOR, json);
      assertTrue(DECODER.decode(Bytes.utf8(json)).isValid(), json);
    }
  }

  @Example
  void ofRulesToo() {
    Decoder<?> rules = Rules.rules(object(field("n", integer())).as(n -> n));
    Validator validator = validator(rules);
    for (String text : List.of("{'default':{'n':1}}", "{'default':{}}", "{'default':{'n':1},'rules':[{}]}",
        "{'rules':[{'match':{'host':['a','*.b'],'methods':'GET'},'settings':{'n':1}}]}",
        "{'rules':[{'match':{'headers':{'x':'y','z':{'prefix':'a'}}},'settings':{'n':1}}]}",
        "{'rules':[{'match':{'headers':{'x':1}},'settings':{'n':1}}]}",
        "{'rules':[{'match':{'host':[]},'settings':{'n':1}}]}",
        "{'rules':[{'match':{'hots':'a'},'settings':{'n':1}}]}")) {
      agree(rules, validator, text.replace('\'', '"'));
    }
  }

  @Provide
  Arbitrary<String> configurations() {
    Arbitrary<String> plain = Arbitraries.of("null", "true", "0", "5", "6", "1.0", "0.5", "-1.5", "\"\"", "\" \"",
        "\"x\"", "\"y\"", "\"xx\"", "\"abcd\"", "\"5s\"", "\"1m30s\"", "\"30s1m\"", "\"5\"", "\"64KiB\"", "\"1.5MB\"",
        "\"64k\"", "{}", "[]");
    Arbitrary<String> nested = Arbitraries.frequencyOf(
        Tuple.of(4, plain), Tuple.of(1, array(plain)), Tuple.of(2, members(plain, "a", "b", "c", "d", "z")));
    Arbitrary<String> values = Arbitraries.frequencyOf(Tuple.of(4, nested), Tuple.of(1, array(nested)));
    return members(values, "a", "A", "b", "b", "c", "d", "e", "f", "g", "h", "i", "j", "z", "sluice");
  }

  private static Arbitrary<String> array(Arbitrary<String> values) {
    return values.list().ofMaxSize(3).map(list -> "[" + String.join(",", list) + "]");
  }

  /** Each name once: parsers of others know of no second one. */
  private static Arbitrary<String> members(Arbitrary<String> values, String... names) {
    return Combinators.combine(Arbitraries.of(names), values)
        .as((name, value) -> Tuple.of(name, value))
        .list()
        .uniqueElements(Tuple.Tuple2::get1)
        .ofMaxSize(4)
        .map(all -> List.ofAll(all).map(one -> "\"" + one.get1() + "\":" + one.get2()).mkString("{", ",", "}"));
  }
}
