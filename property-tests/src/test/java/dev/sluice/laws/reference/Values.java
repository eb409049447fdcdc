package dev.sluice.laws.reference;

import static dev.sluice.laws.reference.Message.bytes;

import dev.sluice.abi.Bytes;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.laws.pipeline.Num;
import dev.sluice.laws.pipeline.Question;
import dev.sluice.laws.pipeline.Text;
import java.math.BigInteger;
import java.util.List;

/** What texts and conditions are in a world. */
final class Values {
  private final World world;

  Values(World world) {
    this.world = world;
  }

  /** Null for an absent one. */
  String text(Text text) {
    return switch (text) {
      case Text.Literal(String literal) -> bytes(literal);
      case Text.Header(String name) -> world.message().first(name);
      case Text.Single(String name) -> single(name);
      case Text.RequestHeader(String name) -> world.asked().first(name);
      case Text.ResponseHeader(String name) -> world.response.first(name);
      case Text.Path() -> Targets.path(world.asked().first(":path"));
      case Text.Method() -> world.asked().first(":method");
      case Text.Authority() -> world.asked().first(":authority");
      case Text.QueryString() -> Targets.query(world.asked().first(":path"));
      case Text.Query(String name) -> Targets.parameter(world.asked().first(":path"), name);
      case Text.Ref(String name) -> world.variables.get(name);
      case Text.Body(int limit) -> body(limit);
      case Text.BoundedBody(int limit, int tooLarge, int endless) -> body(limit, tooLarge, endless);
      case Text.JsonAt(Text inner, String pointer) -> {
        JsonText document = JsonText.read(text(inner));
        yield document == null ? null : document.meaning(bytes(pointer));
      }
      case Text.Filled(String word, Text inner, Num number) -> {
        String value = text(inner);
        Long digits = number(number);
        yield word.equals("json") ? JsonText.filled(value, digits)
            : value == null || digits == null ? null : "<" + value + ">" + digits;
      }
      case Text.Format(String word, Text inner) -> {
        String value = text(inner);
        yield value == null ? null : Formats.read(word, value);
      }
      case Text.Asked(String word, String name) -> asked(word, name);
      case Text.Segment(int index) -> {
        List<String> segments = Formats.segments(Targets.path(world.asked().first(":path")));
        yield index < segments.size() ? segments.get(index) : null;
      }
      case Text.Parameter(String template, String name) ->
        Formats.parameter(template, name, Targets.path(world.asked().first(":path")));
      case Text.Shared(String key) -> world.state.shared.get(key);
      case Text.Counted(Text key) -> Long.toString(world.state.count(orEmpty(text(key))));
      case Text.Cached(Text key) -> {
        String asked = text(key);
        yield asked == null ? null : world.state.cached(asked);
      }
      case Text.State() -> world.state.remembered;
      case Text.AsText(Num number) -> {
        Long value = number(number);
        yield value == null ? null : value.toString();
      }
      case Text.Trailer(String name, int limit) -> {
        if (world.part != World.Part.LOG) {
          body(limit);
        }
        Message message = world.part == World.Part.REQUEST ? world.request : world.response;
        yield message.trailers.stream()
            .filter(field -> field.name().equals(name))
            .map(Field::value)
            .findFirst()
            .orElse(null);
      }
      case Text.AnswerBody() -> answerBody("call");
      case Text.AnswerOf(String name) -> answerBody(name);
      case Text.AnswerHeader(String name) -> {
        HttpResponse answer = world.answers.get("call");
        yield answer == null ? null : answer.values(name).stream().findFirst().map(Bytes::latin1).orElse(null);
      }
      case Text.Known(String word) -> word.equals("host") ? host()
          : word.equals("scheme") ? world.asked().first(":scheme") : Attributes.KNOWN.get(word);
      case Text.Own() -> world.own;
      case Text.Made(String word, Text inner) -> {
        String value = text(inner);
        yield value == null ? null : Words.made(word, value);
      }
      case Text.MadeWith(String word, Text inner, String first, String second) -> {
        String value = text(inner);
        yield value == null ? null : Words.made(word, value, bytes(first), bytes(second));
      }
      case Text.Elements(String word, String name) -> Words.elements(word, world.message().all(name));
      case Text.OrElse(Text first, Text other) -> {
        String value = text(first);
        yield value != null ? value : text(other);
      }
      case Text.Upper(Text inner) -> upper(text(inner));
      case Text.Joined(Text first, Text second) -> {
        String start = text(first);
        String end = text(second);
        yield start == null || end == null ? null : start + end;
      }
    };
  }

  static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  /** Null for no number. */
  Long number(Num number) {
    return switch (number) {
      case Num.Fixed(int fixed) -> (long) fixed;
      case Num.Port() -> Formats.port(world.asked().first(":authority"));
      case Num.AsLong(Text text) -> digits(text(text));
      case Num.Calculated(String word, Num first, Num second) -> {
        Long left = number(first);
        Long right = number(second);
        yield left == null || right == null ? null : Words.calculated(word, left, right);
      }
      case Num.Length(Text text) -> {
        String value = text(text);
        yield value == null ? null : (long) value.length();
      }
    };
  }

  private String asked(String word, String name) {
    String target = world.asked().first(":path");
    String query = orEmpty(Targets.query(target));
    List<String> cookies = Formats.cookies(world.asked().all("cookie"), name);
    return switch (word) {
      case "cookie" -> cookies.isEmpty() ? null : cookies.getFirst();
      case "cookieValues" -> Formats.joined(cookies);
      case "queryValues" -> Formats.joined(Targets.parameters(query, name, true));
      case "raw" -> Targets.parameters(query, name, false).stream().findFirst().orElse(null);
      case "segments" -> Formats.joined(Formats.segments(Targets.path(target)));
      default -> throw new IllegalArgumentException(word);
    };
  }

  private String host() {
    return world.asked().first(":authority").replaceFirst("(?s):[0-9]*$", "");
  }

  private static Long digits(String text) {
    boolean decimal = text != null && text.matches("-?[0-9]+");
    BigInteger number = decimal ? new BigInteger(text) : null;
    return decimal && number.abs().bitLength() < Long.SIZE ? number.longValueExact() : null;
  }

  private String answerBody(String call) {
    HttpResponse answer = world.answers.get(call);
    return answer == null ? null : answer.body().latin1();
  }

  private boolean isAnswered(String call, int status) {
    HttpResponse answer = world.answers.get(call);
    return answer != null && answer.status() == status;
  }

  private String single(String name) {
    List<String> all = world.message().all(name);
    if (all.size() > 1) {
      throw Replied.empty(world.refusal());
    }
    return world.message().first(name);
  }

  private static String upper(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; text != null && i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
    }
    return text == null ? null : out.toString();
  }

  /** The whole body, once it is there and not larger than this. */
  String body(int limit) {
    return body(limit, 0, 0);
  }

  /** The same with other statuses for what is refused, where they are not 0. */
  private String body(int limit, int tooLarge, int endless) {
    Message message = world.message();
    boolean request = world.part == World.Part.REQUEST;
    String type = message.first("content-type");
    if (!message.complete) {
      if (message.first("upgrade") != null
          || type != null && Words.made("lowerCase", type).startsWith("text/event-stream")) {
        throw refused(endless, request ? 400 : 502);
      }
      message.complete = true;
    }
    if (message.body.length() > limit) {
      throw refused(tooLarge, request ? 413 : 502);
    }
    return message.body;
  }

  /** What is answered by a branch of this status, where it is not 0. */
  static Replied refused(int branch, int standard) {
    return branch == 0 ? Replied.empty(standard) : Replied.with(branch, null, "refused");
  }

  boolean holds(Question question) {
    return switch (question) {
      case Question.Missing(Text text) -> isBlank(text(text));
      case Question.Absent(Text text) -> text(text) == null;
      case Question.Is(Text text, String other) -> bytes(other).equals(text(text));
      case Question.StartsWith(Text text, String prefix) -> {
        String value = text(text);
        yield value != null && value.startsWith(bytes(prefix));
      }
      case Question.Contains(Text text, String part) -> {
        String value = text(text);
        yield value != null && value.contains(bytes(part));
      }
      case Question.Same(Text text, Text other) -> {
        String value = text(text);
        String with = text(other);
        yield value != null && value.equals(with);
      }
      case Question.AnyIs(String name, String value) -> world.message().all(name).contains(bytes(value));
      case Question.MoreThan(String name, int count) -> world.message().all(name).size() > count;
      case Question.StatusBetween(int from, int to) -> {
        int status = Integer.parseInt(world.response.first(":status"));
        yield from <= status && status <= to;
      }
      case Question.AnswerStatus(int status) -> isAnswered("call", status);
      case Question.AnswerStatusOf(String name, int status) -> isAnswered(name, status);
      case Question.Asked(String word, Text text, String other) -> {
        String value = text(text);
        yield value == null ? word.equals("isNot") : Words.asked(word, value, bytes(other));
      }
      case Question.Compared(String word, Num number, int other) -> {
        Long value = number(number);
        yield value == null ? List.of("isNot", "absent").contains(word) : Words.compared(word, value, other);
      }
      case Question.PathIsLike(String template) ->
        Formats.parameter(template, "", Targets.path(world.asked().first(":path"))) != null;
      case Question.AllOf(var questions) -> questions.stream().allMatch(this::holds);
      case Question.AnyOf(var questions) -> questions.stream().anyMatch(this::holds);
      case Question.LineIs(String line) -> world.message().fields.stream()
          .anyMatch(field -> (field.name() + ": " + field.value()).equals(line));
      case Question.And(Question first, Question second) -> holds(first) && holds(second);
      case Question.Or(Question first, Question second) -> holds(first) || holds(second);
      case Question.Not(Question inner) -> !holds(inner);
    };
  }

  private static boolean isBlank(String text) {
    return text == null || text.chars().allMatch(c -> c == ' ' || c == '\t');
  }

  /** A text that is to be a header's value, null for an absent one; what would end the field is refused. */
  String headerValue(Text text) {
    String value = text(text);
    if (value != null && !isLegal(value)) {
      throw Replied.empty(world.refusal());
    }
    return value;
  }

  static boolean isLegal(String value) {
    return value.chars().noneMatch(c -> c == '\r' || c == '\n' || c == 0);
  }
}
