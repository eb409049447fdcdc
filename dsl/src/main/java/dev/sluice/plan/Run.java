package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Header;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.Status;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.HeaderCalls;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.abi.codec.HeaderPairs;
import java.util.List;

/**
 * One passage of a stream through a program within one callback: what has been read, what is to be answered. Reads
 * and changes go to the host at once, a reply is only taken down here and sent last.
 */
public final class Run {
  private static final Fetched[] NOTHING = {};

  private final Hostcalls host;
  private final Driver driver;
  private Program program;
  private int contextId;
  private HeaderCalls headers;
  private HeaderPairs pairs;
  private Fetched[] cells = NOTHING;
  private Reply pending;
  private Bytes text;
  private Bytes[] loaded;
  private long number;
  private Memory memory;
  private Bytes body;
  private int bodySize;
  private boolean bodySeen;
  private boolean bodyComplete;
  private boolean trailers;
  private boolean ending;
  private boolean late;
  private boolean closed;
  private boolean parked;
  private Driver.Alarm alarm;
  private int waitingAt;
  private int pc;

  /** @param driver the engine; null for analysis, where nothing is ever held */
  public Run(Hostcalls host, Driver driver) {
    this.host = host;
    this.driver = driver;
  }

  /**
   * Makes ready for a program, forgetting all that was before.
   *
   * @param remembered what earlier parts of the pipeline remember of the stream, null for nothing
   * @param endOfStream whether there is no body
   */
  public void begin(Program next, int context, Memory remembered, boolean endOfStream) {
    program = next;
    contextId = context;
    memory = remembered;
    bodyComplete = endOfStream;
    bodySize = 0;
    bodySeen = false;
    body = null;
    trailers = false;
    ending = false;
    late = false;
    closed = false;
    parked = false;
    waitingAt = Op.STOP;
    headers = host.headers();
    pairs = null;
    cells = next.slots() == 0 ? NOTHING : new Fetched[next.slots()];
    pending = null;
    text = null;
    loaded = null;
    pc = 0;
  }

  /** Lets go of what the host lent for the callback. */
  public void end() {
    pairs = null;
    cells = NOTHING;
    text = null;
    loaded = null;
  }

  /** Another run that stands where this one does, for analysis: what happens to one does not touch the other. */
  public Run fork() {
    Run other = new Run(host, driver);
    other.program = program;
    other.memory = memory;
    other.bodyComplete = bodyComplete;
    other.bodySize = bodySize;
    other.bodySeen = bodySeen;
    other.body = body;
    other.waitingAt = Op.STOP;
    other.headers = headers instanceof ReplyHeaders edited ? edited.copy() : headers;
    other.pairs = pairs;
    other.cells = cells.clone();
    other.pending = pending;
    other.closed = closed;
    other.text = text;
    other.loaded = loaded;
    other.number = number;
    other.pc = pc;
    return other;
  }

  /** What is held of the stream, for analysis: runs that stand at the same op and hold the same go on alike. */
  public String holding() {
    StringBuilder held = new StringBuilder(pairs == null ? "-" : "m");
    for (Fetched cell : cells) {
      held.append(cell == null ? '-' : 'c');
    }
    held.append(bodySize > 0 ? 'b' : bodyComplete ? 'e' : '-').append(body == null ? '-' : 'k');
    return held.append(headers instanceof ReplyHeaders edited ? "r" + edited : "-").toString();
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

  // remembering

  /** What is remembered of the stream, null for nothing. */
  public Memory memory() {
    return memory;
  }

  private Memory ownMemory() {
    if (memory == null) {
      memory = new Memory(program.scope());
    }
    return memory;
  }

  /** The value of a variable, null where it has none. */
  public Bytes variable(int slot) {
    return memory == null ? null : memory.variable(slot);
  }

  public void variable(int slot, Bytes value) {
    ownMemory().variable(slot, value);
  }

  /** The callout last made for a slot, null where none was. */
  public Callout callout(int slot) {
    return memory == null ? null : memory.callout(slot);
  }

  void callout(int slot, Callout callout) {
    ownMemory().callout(slot, callout);
  }

  /** The gRPC call last made for a slot, null where none was. */
  public GrpcCallout grpc(int slot) {
    return memory == null ? null : memory.grpc(slot);
  }

  void grpc(int slot, GrpcCallout callout) {
    ownMemory().grpc(slot, callout);
  }

  // waiting

  /** Keeps for as long as the stream is held what the host lent for this callback only. */
  void park() {
    pairs = pairs == null ? null : pairs.kept();
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cells[i] == null ? null : cells[i].kept();
    }
    parked = true;
    driver.park(this);
  }

  /** Whether the run waits, and what it waits for still means something. */
  public boolean isParked() {
    return parked;
  }

  /** The run is over, or what it is about is. */
  public void unpark() {
    parked = false;
    calm();
  }

  /** Whether the op that runs is asked again, after it held the stream. */
  public boolean isAskedAgain() {
    return waitingAt == pc;
  }

  /** Holds the stream at the op that runs; returned by the op. */
  public int hold() {
    waitingAt = pc;
    return Op.HOLD;
  }

  /** Like {@link #hold()}, and has the op asked again after this time at the latest. */
  public int holdFor(int millis) {
    alarm = wake(this::late, millis);
    return hold();
  }

  /** Has this done after so many milliseconds, and the op that holds the stream then asked again. */
  public Driver.Alarm wake(Runnable then, int millis) {
    return driver == null ? null : driver.wake(this, then, millis);
  }

  /** Ends the hold of the op that runs; returns where the program goes on. */
  public int goOn(int next) {
    waitingAt = Op.STOP;
    late = false;
    calm();
    return next;
  }

  /** Gives up the time limit that is running, if one is. */
  public void calm() {
    if (alarm != null) {
      alarm.cancel();
      alarm = null;
    }
  }

  /** Tells the op that holds the stream that its time is over. */
  public void late() {
    late = true;
  }

  /** Whether the time of the op that holds the stream is over. */
  public boolean isLate() {
    return late;
  }

  // the body

  /** Tells what is there of the body. */
  public void bodyArrived(int size, boolean complete) {
    bodySize = size;
    bodyComplete = complete;
    bodySeen = true;
    body = null;
    ending = complete;
  }

  /** The callback that brought the end of the body is over. */
  public void ended() {
    ending = false;
  }

  /** Whether this is the callback that brings the end of a message without trailers: it can be given some. */
  public boolean isEnding() {
    return ending && !trailers;
  }

  /** Tells that trailers are there, and with them all of the body. */
  public void trailersArrived() {
    bodyComplete = true;
    trailers = true;
  }

  /** Whether there is a body, or can be one. */
  public boolean hasBody() {
    return bodySize > 0 || bodySeen;
  }

  /** Bytes of the body that are there. */
  public int bodySize() {
    return bodySize;
  }

  public boolean isBodyComplete() {
    return bodyComplete;
  }

  /** Whether the message has trailers and they can be read now. */
  public boolean hasTrailers() {
    return trailers;
  }

  // trailers

  /** Changes trailers that are there, or makes them at the end of the message. */
  public void change(TrailerEdit edit) {
    trailers = edit.apply(host, program.phase().isRequest(), trailers);
  }

  /** Has trailers changed when the end of the message comes. */
  public void atItsEnd(TrailerEdit edit) {
    if (driver != null) {
      driver.trailers(this, edit);
    }
  }

  /** Makes empty trailers, where there are none and there can be some: to ask for their size is to make them. */
  void makeTrailers() {
    if (isEnding()) {
      trailers = host.headers().size(TrailerEdit.map(program.phase().isRequest())).isOk();
    }
  }

  /** The first value of a trailer of the phase's message, null where there is none or no end yet. */
  public Bytes trailer(Bytes name) {
    return trailers ? MapReader.read(host, TrailerEdit.map(program.phase().isRequest()), name) : null;
  }

  /** All that is there of the body. */
  public Bytes body() {
    if (bodySize == 0) {
      return Bytes.EMPTY;
    }
    if (body == null) {
      Fetched read = host.buffers().get(program.phase().body(), 0, bodySize);
      if (!read.isOk()) {
        throw new HostRefusal("proxy_get_buffer_bytes", read.status());
      }
      body = read.bytes();
    }
    return body;
  }

  /** Has the body that is still to come go through a flow; a message without a body has none. */
  public void flow(Flow flow, boolean in) {
    if (driver != null && (bodySeen || !bodyComplete)) {
      driver.flow(this, flow, in);
    }
  }

  /** Puts these bytes in the place of all that is there of the body. */
  public void replaceBody(Bytes bytes) {
    done("proxy_set_buffer_bytes", host.buffers().set(program.phase().body(), 0, bodySize, bytes));
    bodySize = bytes.length();
    body = bytes;
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

  /** The values that {@link LoadValues} has read for the op behind it, null for those that are absent. */
  public Bytes[] loaded() {
    return loaded;
  }

  /** One of these values, empty where it is absent. */
  public Bytes loaded(int index) {
    return loaded[index] == null ? Bytes.EMPTY : loaded[index];
  }

  void loaded(Bytes[] values) {
    loaded = values;
  }

  /** The number that an op has loaded for the op behind it. */
  public long number() {
    return number;
  }

  public void number(long loadedNumber) {
    number = loadedNumber;
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

  /** Tells the log of a failure that nobody can be answered for. */
  void logFailure(Reply reply) {
    log(LogLevel.WARN, LogLine.of(Bytes.utf8("ended at " + path() + ": " + reply.details().utf8())));
  }

  /** Closes the connection, in both directions. */
  public void closeConnection() {
    done("proxy_close_stream", host.flow().closeStream(StreamType.DOWNSTREAM));
    closed = true;
  }

  /** Breaks the HTTP stream off, in both directions; an answer that was to be given is not. */
  public void resetStream() {
    done("proxy_close_stream", host.flow().closeStream(program.phase().stream()));
    pending = null;
    closed = true;
  }

  /** Whether the stream does not go on: it is answered, or closed. */
  public boolean isEnded() {
    return pending != null || closed;
  }

  /** Whether the run has closed its connection or stream. */
  public boolean hasClosed() {
    return closed;
  }

  void pending(Reply reply) {
    pending = reply;
  }

  /** Whether there is a reply to be sent. */
  public boolean hasReply() {
    return pending != null;
  }

  /** Sends the reply, where the stream is answered with one. */
  public void sendReply() {
    if (pending == null) {
      return;
    }
    program.phase().completed(this, pending).send(host.replies());
  }
}
