package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.Hostcalls;

/**
 * One passage of a stream through a program within one callback: what has been read, what is to be answered. Reads
 * and changes go to the host at once, a reply is only taken down here and sent last.
 */
public final class Run extends RunHeaders {
  private Memory memory;
  private boolean endOfStream;
  private RunBody body;
  private RunHold hold;
  private Bytes text;
  private Bytes[] loaded;
  private long number;
  private Reply pending;
  private boolean closed;

  /** @param driver the engine; null for analysis, where nothing is ever held */
  public Run(Hostcalls host, Driver driver) {
    super(host, driver);
  }

  /**
   * Makes ready for a program, forgetting all that was before.
   *
   * @param remembered what earlier parts of the pipeline remember of the stream, null for nothing
   * @param ended whether there is no body
   */
  public void begin(Program next, int context, Memory remembered, boolean ended) {
    start(next, context);
    memory = remembered;
    endOfStream = ended;
    body = null;
    hold = null;
    text = null;
    loaded = null;
    pending = null;
    closed = false;
  }

  /** Lets go of what the host lent for the callback. */
  public void end() {
    letGo();
    text = null;
    loaded = null;
  }

  /** Another run that stands where this one does, for analysis: what happens to one does not touch the other. */
  public Run fork() {
    Run other = new Run(host, driver);
    other.standLike(this);
    other.memory = memory;
    other.endOfStream = endOfStream;
    other.body = body == null ? null : body.copy(other);
    other.text = text;
    other.loaded = loaded;
    other.number = number;
    other.pending = pending;
    other.closed = closed;
    return other;
  }

  @Override
  public String holding() {
    String ofBody = body != null ? body.holding() : endOfStream ? "e-" : "--";
    return super.holding() + ofBody;
  }

  /** Whether nothing that it does may outlast the run. */
  public boolean isAnalysis() {
    return driver == null;
  }

  /** The body and the trailers of the message; once there is a reply, of that. */
  public RunBody body() {
    if (body == null) {
      body = pending == null ? new RunBody(this, endOfStream) : new ReplyBody(this);
    }
    return body;
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

  private RunHold ownHold() {
    if (hold == null) {
      hold = new RunHold();
    }
    return hold;
  }

  /** Whether the run waits, and what it waits for still means something. */
  public boolean isParked() {
    return hold != null && hold.isParked();
  }

  /** The run is over, or what it is about is. */
  public void unpark() {
    if (hold != null) {
      hold.unpark();
    }
  }

  /** Whether the op that runs is asked again, after it held the stream. */
  public boolean isAskedAgain() {
    return hold != null && hold.isAt(pc());
  }

  /** Holds the stream at the op that runs; returned by the op. */
  public int hold() {
    ownHold().at(pc());
    return Op.HOLD;
  }

  /** Like {@link #hold()}, and has the op asked again after this time at the latest. */
  public int holdFor(int millis) {
    RunHold held = ownHold();
    held.alarm(wake(held::late, millis));
    return hold();
  }

  /** Has this done after so many milliseconds, and the op that holds the stream then asked again. */
  public Driver.Alarm wake(Runnable then, int millis) {
    return driver == null ? null : driver.wake(this, then, millis);
  }

  /** Ends the hold of the op that runs; returns where the program goes on. */
  public int goOn(int next) {
    if (hold != null) {
      hold.over();
    }
    return next;
  }

  /** Gives up the time limit that is running, if one is. */
  public void calm() {
    if (hold != null) {
      hold.calm();
    }
  }

  /** Whether the time of the op that holds the stream is over. */
  public boolean isLate() {
    return hold != null && hold.isLate();
  }

  /** Keeps for as long as the stream is held what the host lent for this callback only. */
  void park() {
    keep();
    ownHold().park();
    driver.park(this);
  }

  // what one op has loaded for the next

  /** The text that a step has loaded for the op behind it, null for none. */
  public Bytes text() {
    return text;
  }

  public void text(Bytes loadedText) {
    text = loadedText;
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

  /** Takes a reply down; what was to become of the body of another one is over. */
  void pending(Reply reply) {
    pending = reply;
    body = null;
  }

  /** Puts these bytes in the place of the reply's body. */
  void replyWith(Bytes bytes) {
    pending = pending.withBody(bytes);
  }

  /** The reply that is to be sent, null for none. */
  Reply pending() {
    return pending;
  }

  /** The reply behind the transforms that steps have given its body. */
  Reply streamed(Reply reply) {
    return body == null ? reply : body.streamed(reply);
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
