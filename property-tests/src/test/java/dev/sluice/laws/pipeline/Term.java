package dev.sluice.laws.pipeline;

import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonMembers;
import java.util.ArrayList;
import java.util.List;

/** One array of a written pipeline: a word and what belongs to it. Compiled into the module. */
final class Term {
  private final String word;
  private final List<Json> parts;

  private Term(String word, List<Json> parts) {
    this.word = word;
    this.parts = parts;
  }

  static Term of(Json json) {
    List<Json> all = elements(json);
    return new Term(all.get(0).string().get(), all.subList(1, all.size()));
  }

  static List<Json> elements(Json json) {
    List<Json> all = new ArrayList<>();
    JsonMembers members = json.members();
    while (members.next()) {
      all.add(members.value());
    }
    return all;
  }

  String word() {
    return word;
  }

  Term term(int index) {
    return of(parts.get(index));
  }

  List<Json> list(int index) {
    return elements(parts.get(index));
  }

  String text(int index) {
    return parts.get(index).string().get();
  }

  int number(int index) {
    return parts.get(index).integer().get().intValue();
  }

  IllegalArgumentException unknown() {
    return new IllegalArgumentException("no word of pipelines: " + word);
  }
}
