package dev.sluice.settings;

import dev.sluice.data.net.Cidr;
import dev.sluice.data.net.HttpUrl;
import dev.sluice.plan.Check;
import io.vavr.control.Option;
import java.util.function.Function;

/** Strings of a form that is known in the field. */
final class Formats {
  private Formats() {}

  static Decoder<String> headerName() {
    return new Format<>("a header name, such as \"x-user-id\"", Formats::header);
  }

  static Decoder<Cidr> cidr() {
    return new Format<>(
        "a block of addresses, such as \"10.0.0.0/8\" or \"fd00::/8\", without bits behind its length", Cidr::parse);
  }

  static Decoder<HttpUrl> httpUrl() {
    return new Format<>("an absolute URL, such as \"https://example.com/a?b=c\"", HttpUrl::parse);
  }

  static Decoder<String> urlPath() {
    return new Format<>("a path that begins with a slash, such as \"/a/b\"", Formats::path);
  }

  private static Option<String> header(String text) {
    return Check.isToken(text) ? Option.some(Check.lowerCase(text)) : Option.none();
  }

  private static Option<String> path(String text) {
    return HttpUrl.isPath(text) ? Option.some(text) : Option.none();
  }

  /** Shown as it is written. */
  private static final class Format<T> extends ParsedDecoder<String, T> {
    Format(String expected, Function<String, Option<T>> parser) {
      super(Decoders.text(), expected, parser);
    }

    @Override
    Option<Object> shown(T value) {
      return Option.some(value.toString());
    }
  }
}
