package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Header;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.HeaderCalls;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.abi.codec.HeaderPairs;
import java.util.List;

/** Where a run stands, what it has read of the headers of its message, and how it changes them. */
public abstract class RunHeaders {
  final Hostcalls host;
  final Driver driver;
  Program program;
  private int contextId;
  private int pc;
  private HeaderCalls headers;
  private HeaderPairs pairs;
  private boolean readAhead;
  private final Fetched[] none = {};
  private Fetched[] cells = none;

  RunHeaders(Hostcalls host, Driver driver) {
    this.host = host;
    this.driver = driver;
  }

  /** Stands at the start of a program, and has read nothing. */
  void start(Program next, int context) {
    program = next;
    contextId = context;
    pc = 0;
    headers = host.headers();
    pairs = null;
    readAhead = false;
    cells = next.slots() == 0 ? none : new Fetched[next.slots()];
  }

  /** Stands where another run does, and has read what it has. */
  void standLike(RunHeaders other) {
    program = other.program;
    contextId = other.contextId;
    pc = other.pc;
    headers = other.headers instanceof ReplyHeaders edited ? edited.copy() : other.headers;
    pairs = other.pairs;
    readAhead = other.readAhead;
    cells = other.cells.clone();
  }

  /** Lets go of what the host lent for the callback. */
  void letGo() {
    pairs = null;
    cells = none;
  }

  public Hostcalls host() {
    return host;
  }

  public Program program() {
    return program;
  }

  /** The stream's context. */
  public int contextId() {
    return contextId;
  }

  Driver driver() {
    return driver;
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

  public void log(LogLevel level, Bytes line) {
    done("proxy_log", host.log().log(level, line));
  }

  static void done(String hostcall, Status status) {
    if (!status.isOk()) {
      throw new HostRefusal(hostcall, status);
    }
  }

  HeaderCalls headers() {
    return headers;
  }

  void redirect(HeaderCalls other) {
    headers = other;
    forgetAll();
  }

  Fetched held(int slot) {
    return cells[slot];
  }

  void hold(int slot, Fetched value) {
    cells[slot] = value;
  }

  /** The first value of a header whose name the planner does not know; null where there is none. */
  public Bytes readHeader(Bytes name) {
    return new HeaderCell(name).read((Run) this);
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

  /** Reads the whole header map, once a run, where the host hands it over; it may be too large for that. */
  void readAhead() {
    if (!readAhead && pairs == null) {
      HeaderPairs read = headers.pairs(program.phase().headers());
      pairs = read.status().isOk() ? read : null;
    }
    readAhead = true;
  }

  public void replaceHeader(HeaderCell header, Bytes value) {
    replaceHeader(header.key(), value);
    header.forget((Run) this);
  }

  public void addHeader(HeaderCell header, Bytes value) {
    addHeader(header.key(), value);
    header.forget((Run) this);
  }

  public void removeHeader(HeaderCell header) {
    removeHeader(header.key());
    header.forget((Run) this);
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

  /** Puts these pairs in the place of the whole header map. */
  void replacePairs(List<Header> all) {
    done("proxy_set_header_map_pairs", headers.setPairs(program.phase().headers(), HeaderMapCodec.encode(all)));
    forgetAll();
  }

  /** Drops everything that was read: after code that may have changed anything. */
  public void forgetAll() {
    pairs = null;
    for (int i = 0; i < cells.length; i++) {
      cells[i] = null;
    }
  }

  /** Keeps beyond the callback what the host lent for it only; at each hold, not the first alone. */
  public void keep() {
    pairs = pairs == null ? null : pairs.kept();
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cells[i] == null ? null : cells[i].kept();
    }
  }

  /** What is held of the stream, for analysis: runs that stand at the same op and hold the same go on alike. */
  public String holding() {
    StringBuilder held = new StringBuilder(pairs == null ? "-" : "m");
    for (Fetched cell : cells) {
      held.append(cell == null ? '-' : 'c');
    }
    return held.append(headers instanceof ReplyHeaders edited ? "r" + edited : "-").toString();
  }
}
