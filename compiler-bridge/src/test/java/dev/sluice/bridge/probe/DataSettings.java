package dev.sluice.bridge.probe;

import static dev.sluice.settings.Decoders.bool;
import static dev.sluice.settings.Decoders.byteSize;
import static dev.sluice.settings.Decoders.cidr;
import static dev.sluice.settings.Decoders.decimal;
import static dev.sluice.settings.Decoders.duration;
import static dev.sluice.settings.Decoders.enumOf;
import static dev.sluice.settings.Decoders.field;
import static dev.sluice.settings.Decoders.headerName;
import static dev.sluice.settings.Decoders.httpUrl;
import static dev.sluice.settings.Decoders.integer;
import static dev.sluice.settings.Decoders.listOf;
import static dev.sluice.settings.Decoders.mapOf;
import static dev.sluice.settings.Decoders.object;
import static dev.sluice.settings.Decoders.oneOrMany;
import static dev.sluice.settings.Decoders.optional;
import static dev.sluice.settings.Decoders.regex;
import static dev.sluice.settings.Decoders.secret;
import static dev.sluice.settings.Decoders.text;
import static dev.sluice.settings.Decoders.union;
import static dev.sluice.settings.Decoders.urlPath;
import static dev.sluice.settings.Decoders.variant;

import dev.sluice.abi.Bytes;
import dev.sluice.dsl.SettingsError;
import dev.sluice.settings.Decoder;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;

/** Settings of every kind, well and badly written. */
final class DataSettings {
  private enum Level {
    LOW,
    VERY_HIGH
  }

  private static final Decoder<?> DECODER = object(
      field("text", text().notBlank().length(1, 3)).orElse("x").describedAs("left out of the module"),
      optional("integer", integer().between(-5, 5)),
      optional("decimal", decimal().atLeast(0.25)),
      optional("bool", bool()),
      optional("enum", enumOf(Level.values())),
      optional("duration", duration()),
      optional("size", byteSize().asInt()),
      optional("list", oneOrMany(secret().atLeast(3))),
      optional("map", mapOf(headerName(), listOf(cidr()))),
      optional("union", union("t", variant("url", object(field("v", httpUrl())).as(url -> url)),
          variant("path", object(field("v", urlPath()).formerly("w")).as(path -> path)))),
      optional("regex", regex())).as(
          (a, b, c, d, e, f, g, h, i, j, k) -> "" + a + b + c + d + e + f
              + g + h + i + j + k.map(pattern -> pattern.matches("aa")));

  private static final String[] TEXTS = {
      "", "{", "[]", "{'text':'','integer':9,'decimal':0.2,'bool':1,'enum':'low','size':'2GiB','txet':1}",
      "{'text':'a\ud83d\ude00','integer':5.0,'decimal':0.30000000000000004,'bool':true,'enum':'very-high'}",
      "{'decimal':123456789.0123456789,'size':'1.5MB','duration':'1d2h3m4.5s','list':'abcd','regex':'a+'}",
      "{'duration':'5','list':['abc','ab'],'map':{'X-A':['10.0.0.0/8','::1'],'x-a':[],'b c':1},'regex':'('}",
      "{'union':{'t':'url','v':'HTTP://a:81/b?c'}}", "{'union':{'t':'path','w':'/a'}}",
      "{'union':{'t':'pth'}}", "{'union':{}}", "{'text':'a','text':'b'}"};

  private DataSettings() {}

  static String decoded() {
    StringBuilder out = new StringBuilder();
    for (String text : TEXTS) {
      Validation<Seq<SettingsError>, ?> decoded = DECODER.decode(
          Bytes.utf8(text.replace('\'', '"')),
          warning -> out.append("warning ").append(warning.describe()).append('\n'));
      if (decoded.isValid()) {
        out.append(decoded.get()).append('\n');
      } else {
        for (SettingsError error : decoded.getError()) {
          out.append(error.describe()).append('\n');
        }
      }
    }
    return out.toString();
  }
}
