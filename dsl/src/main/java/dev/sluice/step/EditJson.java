package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonEdit;
import dev.sluice.data.json.JsonError;
import dev.sluice.data.json.JsonKind;
import dev.sluice.data.json.JsonLimits;
import dev.sluice.data.json.JsonPointer;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.LoadValues;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.plan.TerminalStep;
import dev.sluice.plan.Way;
import dev.sluice.value.BodyText;
import dev.sluice.value.LiteralNumber;
import dev.sluice.value.LiteralText;
import dev.sluice.value.NumberValue;
import dev.sluice.value.TextValue;
import dev.sluice.value.Value;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;

/**
 * Changes the JSON (RFC 8259) of a whole body, which is waited for with the limits given: the changes in order, each at a
 * place (RFC 6901). Bytes of other places stay as they are. Where nothing changes, the body and the headers that speak of
 * it stay too; a value that is put where the same one stands is a change.
 *
 * <p>A body that is no JSON, or deeper than 64 levels, is refused with 400, on the way out with 502; so is one that is not
 * made as the changes need it: what is required is not there, something else than an object stands where a place leads
 * through, or an object on the way has a name twice, of which readers take one or the other. A request without a body is no
 * JSON; a response without one (HEAD, 204, 304) is left alone.
 *
 * <pre>{@code
 * editBody(requestBody())
 *     .require("/order/id")
 *     .set("/order/user", header("x-user"))
 *     .rename("/order/amt", "amount")
 *     .remove("/debug")
 * }</pre>
 *
 * @param malformed what answers a body that is no JSON, none for the default
 * @param mismatch what answers a body that is not made as the changes need it, none for the default
 */
public record EditJson(
    BodyText body, List<JsonChange> changes, Option<TerminalStep> malformed, Option<TerminalStep> mismatch)
    implements
    Step {
  private static final int DEPTH = 64;

  public EditJson {
    Check.given("editBody", "the body", body);
    changes = Lists.copy(Check.given("editBody", "the list of changes", changes));
    Check.given("editBody", "the step for a malformed body", malformed);
    Check.given("editBody", "the step for a body that does not match", mismatch);
  }

  /** No change yet. */
  public static EditJson of(BodyText body) {
    return new EditJson(body, Lists.none(), Option.none(), Option.none());
  }

  private EditJson with(JsonChange change) {
    return new EditJson(body, Lists.append(changes, change), malformed, mismatch);
  }

  /**
   * Puts a text (as a JSON string) or a number at a place; objects that are not there on the way are made. Where the value is
   * absent, what is there is taken out.
   */
  public EditJson set(String pointer, Value<?> value) {
    Check.given("set", "the value of " + pointer, value);
    return with(new JsonChange.Set(JsonChange.pointer("set", pointer), value));
  }

  /** Puts a text at a place. */
  public EditJson set(String pointer, String value) {
    return set(pointer, new LiteralText(value));
  }

  /** Puts a number at a place. */
  public EditJson set(String pointer, long value) {
    return set(pointer, new LiteralNumber(value));
  }

  /** Puts true or false at a place. */
  public EditJson set(String pointer, boolean value) {
    return setJson(pointer, value ? "true" : "false");
  }

  /** Puts JSON that the author wrote down at a place. */
  public EditJson setJson(String pointer, String json) {
    Either<JsonError, Json> read = Json.read(Bytes.utf8(Check.given("setJson", "the value of " + pointer, json)));
    if (read.isLeft()) {
      throw new IllegalArgumentException(
          "setJson: the value of " + pointer + " is no JSON: " + read.getLeft().reason());
    }
    return setJson(pointer, new LiteralText(json));
  }

  /** Puts a text that is JSON at a place; one that is none does not match. Where it is absent, what is there is taken out. */
  public EditJson setJson(String pointer, TextValue json) {
    return with(new JsonChange.SetJson(JsonChange.pointer("setJson", pointer), json));
  }

  /** Takes out what is at a place, if something is. */
  public EditJson remove(String pointer) {
    JsonPointer place = JsonChange.pointer("remove", pointer);
    if (place.depth() == 0) {
      throw new IllegalArgumentException("remove: the empty pointer is the whole body; give the place of a part of it");
    }
    return with(new JsonChange.Remove(place));
  }

  /**
   * Gives the member at a place another name, if it is there; it then stands behind the others, and one that had the name is
   * gone. An element of an array has no name: it does not match.
   */
  public EditJson rename(String pointer, String name) {
    JsonPointer place = JsonChange.pointer("rename", pointer);
    String escaped = Check.given("rename", "the new name", name).replace("~", "~0").replace("/", "~1");
    if (place.depth() == 0) {
      throw new IllegalArgumentException("rename: the whole body has no name; give the place of a member");
    }
    String renamed = pointer.substring(0, pointer.lastIndexOf('/') + 1) + escaped;
    return with(new JsonChange.Rename(place, JsonChange.pointer("rename", renamed)));
  }

  /** Has something, {@code null} included, stand at a place; a body without does not match. */
  public EditJson require(String pointer) {
    return with(new JsonChange.Require(JsonChange.pointer("require", pointer), Option.none()));
  }

  /** Has something of this kind stand at a place; a body with another kind there, or nothing, does not match. */
  public EditJson require(String pointer, JsonKind kind) {
    JsonPointer place = JsonChange.pointer("require", pointer);
    return with(new JsonChange.Require(place, Option.some(Check.given("require", "the kind of " + pointer, kind))));
  }

  /** What answers a body that is no JSON; unless given, a request 400 and a response 502. */
  public EditJson onMalformed(TerminalStep step) {
    return new EditJson(
        body, changes, Option.some(Check.given("onMalformed", "the step", step)), mismatch);
  }

  /** What answers a body that is not made as the changes need it; unless given, a request 400 and a response 502. */
  public EditJson onMismatch(TerminalStep step) {
    return new EditJson(
        body, changes, malformed, Option.some(Check.given("onMismatch", "the step", step)));
  }

  @Override
  public String word() {
    return "editBody";
  }

  @Override
  public String describe() {
    StringBuilder text = new StringBuilder("edit JSON of ").append(body.describe());
    for (int i = 0; i < changes.size(); i++) {
      text.append(i == 0 ? ": " : ", ").append(changes.get(i).describe());
    }
    return text.toString();
  }

  @Override
  public void plan(Planner planner) {
    planner.bodyChanges();
    body.await(planner);
    Reader[] values = new Reader[changes.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = reader(planner, changes.get(i));
    }
    Label end = new Label();
    planner.emit(new LoadValues(values, 0, describe(), null));
    planner.emit(
        new Change(this, planner.phase().isRequest(), end, branch(planner, "no JSON", malformed),
            branch(planner, "JSON does not match", mismatch)));
    SetBody.planReplace(planner, new Loaded());
    planner.next(end);
  }

  private static Label branch(Planner planner, String name, Option<TerminalStep> step) {
    return step.isDefined() ? planner.aside(name, step.get()) : planner.refusal(name);
  }

  private static Reader reader(Planner planner, JsonChange change) {
    Value<?> value = change.value().getOrElse(new LiteralText(""));
    return value instanceof NumberValue number ? number.asText().reader(planner) : ((TextValue) value).reader(planner);
  }

  private static final class Loaded extends Reader {
    @Override
    public Bytes read(Run run) {
      return run.text();
    }
  }

  private static final class Change extends Op {
    private final EditJson step;
    private final boolean ofRequest;
    private final Label end;
    private final Label malformed;
    private final Label mismatch;

    Change(EditJson step, boolean ofRequest, Label end, Label malformed, Label mismatch) {
      this.step = step;
      this.ofRequest = ofRequest;
      this.end = end;
      this.malformed = malformed;
      this.mismatch = mismatch;
    }

    @Override
    public int run(Run run, int pc) {
      if (!ofRequest && !run.body().isThere()) {
        return end.pc();
      }
      Bytes text = run.body().bytes();
      Either<JsonError, Json> read = Json.read(text, new JsonLimits(DEPTH, Integer.MAX_VALUE));
      if (read.isLeft()) {
        return malformed.pc();
      }
      Json document = read.get();
      Json changed = document;
      for (int i = 0; i < step.changes.size(); i++) {
        JsonChange change = step.changes.get(i);
        boolean ambiguous = JsonEdit.isAmbiguous(changed, change.place());
        Option<Json> made = ambiguous ? Option.none() : change.apply(changed, run.loaded()[i]);
        if (made.isEmpty()) {
          return mismatch.pc();
        }
        changed = made.get();
      }
      if (isSame(changed, document)) {
        return end.pc();
      }
      run.text(changed.document());
      return pc + 1;
    }

    /** Whether it is the document that was read: comparing the bytes would cost what it saves. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Json changed, Json document) {
      return changed == document;
    }

    @Override
    public boolean varies() {
      boolean varies = false;
      for (JsonChange change : step.changes) {
        varies |= change.value().isDefined() && change.value().get().varies();
      }
      return varies;
    }

    @Override
    public List<Way> ways() {
      String what = step.body.describe();
      return List.of(
          Way.onward("the JSON of the " + what + " changes"),
          Way.to(end, "the JSON of the " + what + " stays as it is"),
          Way.to(malformed, "the " + what + " is no JSON"),
          Way.to(mismatch, "the JSON of the " + what + " does not match"));
    }
  }
}
