package dev.sluice.laws.pipeline;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonKind;
import dev.sluice.step.EditJson;
import dev.sluice.step.Step;

/** Steps that change JSON or answer in it, out of their written form. Compiled into the module. */
final class JsonSteps implements StepWords {
  private final ValueReader values;

  JsonSteps(ValueReader values) {
    this.values = values;
  }

  @Override
  public Step step(Term term) {
    return switch (term.word()) {
      case "EditBody" -> edit(term);
      case "RespondJson" -> respondJson(term.number(0), values.text(term.term(1)));
      default -> null;
    };
  }

  private EditJson edit(Term term) {
    EditJson edit = editBody(values.body(term.number(0)));
    for (Json change : term.list(1)) {
      edit = changed(edit, Term.of(change));
    }
    edit = term.number(2) == 0 ? edit : edit.onMalformed(respond(term.number(2), "refused"));
    return term.number(3) == 0 ? edit : edit.onMismatch(respond(term.number(3), "refused"));
  }

  private EditJson changed(EditJson edit, Term change) {
    String pointer = change.text(0);
    return switch (change.word()) {
      case "SetText" -> edit.set(pointer, values.text(change.term(1)));
      case "SetNumber" -> edit.set(pointer, values.number(change.term(1)));
      case "SetJson" -> edit.setJson(pointer, values.text(change.term(1)));
      case "Remove" -> edit.remove(pointer);
      case "Rename" -> edit.rename(pointer, change.text(1));
      case "Require" ->
        change.text(1).isEmpty() ? edit.require(pointer) : edit.require(pointer, JsonKind.valueOf(change.text(1)));
      default -> throw change.unknown();
    };
  }
}
