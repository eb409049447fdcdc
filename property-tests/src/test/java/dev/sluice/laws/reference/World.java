package dev.sluice.laws.reference;

import dev.sluice.host.exchange.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of one exchange. */
final class World {
  /** The request as it is now. */
  final Message request;
  /** The request as it came. */
  final Message original;
  /** Null before there is one. */
  Message response;
  Part part = Part.REQUEST;
  /** Bound variables; null for what was absent. */
  final Map<String, String> variables = new HashMap<>();
  /** Of calls by their names; none where the last of a name has none. */
  final Map<String, HttpResponse> answers = new HashMap<>();
  /** The attribute that pipelines set, null before. */
  String own;
  final State state = new State();
  final List<String> calls = new ArrayList<>();
  final List<String> log = new ArrayList<>();

  World(Message request) {
    this.request = request;
    this.original = request.copy();
  }

  /** Which part of a filter runs. */
  enum Part {
    REQUEST, RESPONSE, LOG
  }

  /** The message whose headers the part means. */
  Message message() {
    return part == Part.RESPONSE ? response : request;
  }

  /** The request as the part sees it: a response part what the client sent. */
  Message asked() {
    return part == Part.RESPONSE ? original : request;
  }

  /** What is refused is the fault of who sent the message. */
  int refusal() {
    return part == Part.REQUEST ? 400 : 502;
  }
}
