package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.HeaderCalls;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.codec.HeaderPairs;

/**
 * One passage of a stream through a program within one callback: what has been read, what is to be answered. Reads
 * and changes go to the host at once, a reply is only taken down here and sent last.
 */
public final class Run {
  private static final Fetched[] NOTHING = {};

  private final Hostcalls host;
  private Program program;
  private HeaderCalls headers;
  private HeaderPairs pairs;
  private Fetched[] cells = NOTHING;
  private Reply pending;
  private Bytes text;
  private int pc;

  public Run(Hostcalls host) {
    this.host = host;
  }

  /** Makes ready for a program, forgetting all that was before. */
  public void begin(Program next) {
    program = next;
    headers = host.headers();
    pairs = null;
    cells = next.slots() == 0 ? NOTHING : new Fetched[next.slots()];
    pending = null;
    text = null;
    pc = 0;
  }

  /** Lets go of what the host lent for the callback. */
  public void end() {
    pairs = null;
    cells = NOTHING;
    text = null;
  }

  /** Another run that stands where this one does, for analysis: what happens to one does not touch the other. */
  public Run fork() {
    Run other = new Run(host);
    other.program = program;
    other.headers = headers instanceof ReplyHeaders edited ? edited.copy() : headers;
    other.pairs = pairs;
    other.cells = cells.clone();
    other.pending = pending;
    other.text = text;
    other.pc = pc;
    return other;
  }

  /** What is held of the stream, for analysis: runs that stand at the same op and hold the same go on alike. */
  public String holding() {
    StringBuilder held = new StringBuilder(pairs == null ? "-" : "m");
    for (Fetched cell : cells) {
      held.append(cell == null ? '-' : 'c');
    }
    return held.append(headers instanceof ReplyHeaders edited ? "r" + edited : "-").toString();
  }

  public Hostcalls host() {
    return host;
  }

  public Program program() {
    return program;
  }

  HeaderCalls headers() {
    return headers;
  }

  void redirect(HeaderCalls other) {
    headers = other;
    forgetAll();
  }

  /** Stands at this op now. */
  public void at(int op) {
    pc = op;
  }

  /** The op that runs, or ran last. */
  public int pc() {
    return pc;
  }

  /** The number of filters that were entered before the one whose op runs. */
  public int layer() {
    return program.origin(pc).layer();
  }

  /** The step whose op runs, see {@link Origin#path()}. */
  public String path() {
    return program.origin(pc).path();
  }

  // reading

  Fetched held(int slot) {
    return cells[slot];
  }

  void hold(int slot, Fetched value) {
    cells[slot] = value;
  }

  /** The first value of a header whose name the planner does not know; null where there is none. */
  public Bytes readHeader(Bytes name) {
    return new HeaderCell(name).read(this);
  }

  /** The first value of a header, out of the whole map when that has been read. */
  Fetched firstHeader(Bytes name) {
    return pairs != null ? pairs.first(name) : headers.value(program.phase().headers(), name);
  }

  /** The whole header map. */
  public HeaderPairs pairs() {
    if (pairs == null) {
      HeaderPairs read = headers.pairs(program.phase().headers());
      if (!read.status().isOk()) {
        throw new HostRefusal("proxy_get_header_map_pairs", read.status());
      }
      pairs = read;
    }
    return pairs;
  }

  /** The text that a step has loaded for the op behind it, null for none. */
  public Bytes text() {
    return text;
  }

  public void text(Bytes loaded) {
    text = loaded;
  }

  // changing

  public void replaceHeader(HeaderCell header, Bytes value) {
    replaceHeader(header.key(), value);
    header.forget(this);
  }

  public void addHeader(HeaderCell header, Bytes value) {
    addHeader(header.key(), value);
    header.forget(this);
  }

  public void removeHeader(HeaderCell header) {
    removeHeader(header.key());
    header.forget(this);
  }

  /** Like the one with a cell, for a name that the planner does not know: see {@link #forgetAll()}. */
  public void replaceHeader(Bytes name, Bytes value) {
    pairs = null;
    done("proxy_replace_header_map_value", headers.replace(program.phase().headers(), name, value));
  }

  public void addHeader(Bytes name, Bytes value) {
    pairs = null;
    done("proxy_add_header_map_value", headers.add(program.phase().headers(), name, value));
  }

  public void removeHeader(Bytes name) {
    pairs = null;
    done("proxy_remove_header_map_value", headers.remove(program.phase().headers(), name));
  }

  /** Drops everything that was read: after code that may have changed anything. */
  public void forgetAll() {
    pairs = null;
    for (int i = 0; i < cells.length; i++) {
      cells[i] = null;
    }
  }

  public void log(LogLevel level, Bytes line) {
    done("proxy_log", host.log().log(level, line));
  }

  private static void done(String hostcall, Status status) {
    if (!status.isOk()) {
      throw new HostRefusal(hostcall, status);
    }
  }

  // answering

  /** Takes a reply down; returns where the program goes on. */
  public int reply(Reply reply, int at) {
    return program.phase().reply(this, reply, at);
  }

  void pending(Reply reply) {
    pending = reply;
  }

  /** Whether there is a reply to be sent. */
  public boolean hasReply() {
    return pending != null;
  }

  /** Sends the reply. */
  public void sendReply() {
    program.phase().completed(this, pending).send(host.replies());
  }
}
