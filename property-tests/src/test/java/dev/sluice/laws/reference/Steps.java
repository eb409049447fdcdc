package dev.sluice.laws.reference;

import static dev.sluice.laws.reference.Message.bytes;

import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.laws.pipeline.Action;
import dev.sluice.laws.pipeline.Change;
import dev.sluice.laws.pipeline.Num;
import dev.sluice.laws.pipeline.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Does steps in a world, one after the other. */
final class Steps {
  private final World world;
  private final Values values;
  private final StateSteps states;

  Steps(World world) {
    this.world = world;
    this.values = new Values(world);
    this.states = new StateSteps(world, values, this);
  }

  void run(List<Action> steps) {
    steps.forEach(this::run);
  }

  private void run(Action step) {
    Message message = world.message();
    switch (step) {
      case Action.SetHeader(String name, Text value) -> {
        set(message, name, values.headerValue(value));
      }
      case Action.AddHeader(String name, Text value) -> {
        String text = values.headerValue(value);
        if (text != null) {
          message.add(name, text);
        }
      }
      case Action.AppendHeader(String name, Text value) -> append(message, name, values.headerValue(value));
      case Action.RemoveHeader(String name) -> message.remove(name);
      case Action.RemoveStartingWith(String prefix) -> message.fields.removeIf(
          field -> field.name().startsWith(prefix));
      case Action.KeepHeaders(String first, String second) -> message.fields.removeIf(
          field -> !field.name().startsWith(":")
              && !List.of(first, second, "content-length", "transfer-encoding").contains(field.name()));
      case Action.RenameHeader(String from, String to) -> {
        message.remove(to);
        message.fields.replaceAll(field -> field.name().equals(from) ? new Field(to, field.value()) : field);
      }
      case Action.SetTrailer(String name, Text value, List<Action> onFailure) -> {
        String text = values.headerValue(value);
        if (text == null || canHaveTrailers(message, onFailure)) {
          message.trailers.removeIf(field -> field.name().equals(name));
          addTrailer(message, name, text);
        }
      }
      case Action.AddTrailer(String name, Text value, List<Action> onFailure) -> {
        String text = values.headerValue(value);
        if (text != null && canHaveTrailers(message, onFailure)) {
          addTrailer(message, name, text);
        }
      }
      case Action.RemoveTrailer(String name) -> message.trailers.removeIf(field -> field.name().equals(name));
      case Action.SetStatus(int status) -> message.set(":status", Integer.toString(status));
      case Action.SetPath(Text path) -> setPath(values.text(path));
      case Action.ReplacePrefix(String prefix, String replacement) -> message.set(":path",
          Targets.withPrefix(message.first(":path"), prefix, replacement));
      case Action.SetQuery(String name, Text value) -> {
        String text = values.text(value);
        message.set(":path", Targets.withParameter(message.first(":path"), name, text));
      }
      case Action.RemoveQuery(String name) -> message.set(":path",
          Targets.withParameter(message.first(":path"), name, null));
      case Action.SetAuthority(Text authority) -> setAuthority(values.text(authority));
      case Action.Bind(String name, Text value) -> world.variables.put(name, values.text(value));
      case Action.SetBody(int limit, Text text) -> setBody(message, limit, text);
      case Action.Replace(String wanted, String replacement) -> {
        message.removeStale();
        message.streams.add(new String[] {bytes(wanted), bytes(replacement)});
      }
      case Action.EditBody edit -> edit(message, edit);
      case Action.RespondJson(int status, Text body) -> {
        String text = values.text(body);
        throw Replied.with(status, null, text == null ? "" : text, "application/json");
      }
      case Action.Respond(int status, Text header, Text body) -> {
        String value = values.text(header);
        String text = values.text(body);
        throw value != null && !Values.isLegal(value)
            ? Replied.empty(world.refusal())
            : Replied.with(status, value, text == null ? "" : text);
      }
      case Action.Call(Text path, Text header, Text body, List<Action> onFailure) -> all(
          List.of(new Action.Ask("call", "GET", path, header, body, Action.Limits.STANDARD, onFailure)));
      case Action.CallAs(Action.Ask ask) -> all(List.of(ask));
      case Action.All(List<Action.Ask> calls) -> all(calls);
      case Action.First(String name, List<Action.Ask> calls, List<Action> onFailure) -> {
        HttpResponse answer = new Calling(world, values).first(calls);
        world.answers.put(name, answer);
        failed(answer == null, onFailure);
      }
      case Action.When(var question, var then, var otherwise) -> run(values.holds(question) ? then : otherwise);
      case Action.Choose(var cases, var otherwise) -> run(cases.stream()
          .filter(one -> values.holds(one.question()))
          .findFirst()
          .map(Action.Case::then)
          .orElse(otherwise));
      case Action.Sequence(var steps) -> run(steps);
      case Action.SetHeaders(var first, var firstValue, var second, var secondValue) -> {
        String one = values.text(firstValue);
        String two = values.text(secondValue);
        if (one != null && !Values.isLegal(one) || two != null && !Values.isLegal(two)) {
          throw Replied.empty(world.refusal());
        }
        set(message, "x-c", "c");
        set(message, "x-d", "d");
        set(message, first, one);
        set(message, second, two);
      }
      case Action.RemoveHeaders(String first, String second) -> {
        message.remove(first);
        message.remove(second);
      }
      case Action.SetMethod(Text method) -> {
        String value = values.text(method);
        if (value != null && !value.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
          throw Replied.empty(world.refusal());
        }
        message.set(":method", value == null ? message.first(":method") : value);
      }
      case Action.SetScheme(String scheme) -> message.set(":scheme", scheme.toLowerCase(Locale.ROOT));
      case Action.SetWhole(Text text) -> setBody(message, 1 << 20, text);
      case Action.Redirect(int status, Text location, int anySite) -> {
        String value = values.text(location);
        boolean within = value != null && value.matches("/(?![/\\\\])[^\\x00-\\x1f\\\\]*");
        throw value == null || value.isEmpty() || !Values.isLegal(value) || anySite == 0 && !within
            ? Replied.empty(world.refusal())
            : Replied.redirect(status, value);
      }
      case Action.RewritePath(String regex, String replacement) -> {
        String path = Targets.path(message.first(":path"))
            .chars()
            .mapToObj(c -> c < 0x80 ? "" + (char) c : String.format("%%%02X", c))
            .collect(Collectors.joining());
        Matcher matcher = Pattern.compile(regex, Pattern.UNIX_LINES).matcher(path);
        if (matcher.find()) {
          setPath(bytes(matcher.replaceAll(replacement.replace("$$", "\\$"))));
        }
      }
      case Action.StripPrefix(String prefix) -> message.set(":path",
          Targets.withPrefix(message.first(":path"), prefix, "/"));
      case Action.Log(Text text) -> log(values.text(text));
      default -> states.run(step);
    }
  }

  /** Each call fails for itself; one without failure steps before all others. */
  private void all(List<Action.Ask> calls) {
    List<Action.Ask> failed = new Calling(world, values).failed(calls);
    failed.stream().filter(ask -> ask.onFailure().isEmpty()).forEach(ask -> failed(true, List.of()));
    failed.forEach(ask -> failed(true, ask.onFailure()));
  }

  private void failed(boolean failed, List<Action> onFailure) {
    if (failed && onFailure.isEmpty()) {
      throw Replied.empty(503);
    }
    run(failed ? onFailure : List.of());
  }

  private boolean canHaveTrailers(Message message, List<Action> onFailure) {
    if (message.bare && onFailure.isEmpty()) {
      throw Replied.empty(500);
    }
    run(message.bare ? onFailure : List.of());
    return !message.bare;
  }

  private static void addTrailer(Message message, String name, String value) {
    if (value != null) {
      // In HTTP/1.1 there are none behind a body of a known length.
      message.remove("content-length");
      message.trailers.add(new Field(name, value));
    }
  }

  private static void set(Message message, String name, String value) {
    message.remove(name);
    if (value != null) {
      message.add(name, value);
    }
  }

  private static void append(Message message, String name, String value) {
    if (value != null) {
      List<String> all = new ArrayList<>(message.all(name));
      all.add(value);
      all.removeIf(String::isEmpty);
      message.set(name, String.join(", ", all));
    }
  }

  private void setPath(String path) {
    String target = path == null ? world.request.first(":path")
        : Targets.withPath(world.request.first(":path"), path);
    if (target == null) {
      throw Replied.empty(world.refusal());
    }
    world.request.set(":path", target);
  }

  private void setAuthority(String authority) {
    if (authority == null) {
      return;
    }
    if (!authority.matches("[A-Za-z0-9._~!$&'()*+,;=:%\\[\\]-]+")) {
      throw Replied.empty(world.refusal());
    }
    world.request.set(":authority", authority);
  }

  private void setBody(Message message, int limit, Text text) {
    values.body(limit);
    String value = values.text(text);
    if (value == null || !message.hasBody && value.isEmpty()) {
      return;
    }
    if (!message.hasBody && !isBodilessByNature(message)) {
      throw Replied.empty(500);
    }
    message.removeStale();
    if (message.hasBody) {
      message.body = value;
    }
  }

  private void edit(Message message, Action.EditBody edit) {
    values.body(edit.limit());
    List<String> loaded = new ArrayList<>();
    edit.changes().forEach(change -> loaded.add(value(change)));
    if (world.part == World.Part.RESPONSE && !message.hasBody) {
      return;
    }
    JsonText document = JsonText.read(message.body);
    if (document == null) {
      throw Values.refused(edit.malformed(), world.refusal());
    }
    JsonText changed = document;
    for (int i = 0; i < loaded.size(); i++) {
      changed = JsonEdits.applied(changed, edit.changes().get(i), loaded.get(i));
      if (changed == null) {
        throw Values.refused(edit.mismatch(), world.refusal());
      }
    }
    if (changed != document) {
      message.removeStale();
      message.body = changed.text();
    }
  }

  private String value(Change change) {
    return switch (change) {
      case Change.SetText(String pointer, Text text) -> values.text(text);
      case Change.SetJson(String pointer, Text json) -> values.text(json);
      case Change.SetNumber(String pointer, Num number) -> {
        Long value = values.number(number);
        yield value == null ? null : value.toString();
      }
      default -> null;
    };
  }

  private boolean isBodilessByNature(Message message) {
    return world.part == World.Part.RESPONSE && ("HEAD".equals(world.original.first(":method"))
        || List.of("204", "304").contains(message.first(":status")));
  }

  private void log(String text) {
    StringBuilder line = new StringBuilder();
    String whole = text == null ? "-" : text;
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      line.append(c < ' ' || c == 0x7f ? String.format("\\x%02x", (int) c) : String.valueOf(c));
    }
    world.log.add(line.toString());
  }
}
