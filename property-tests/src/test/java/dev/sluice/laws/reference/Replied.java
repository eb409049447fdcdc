package dev.sluice.laws.reference;

/** A step has answered. */
final class Replied extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Message reply;

  private Replied(Message reply) {
    super(null, null, false, false);
    this.reply = reply;
  }

  /** @param header value of x-reply, null for none */
  static Replied with(int status, String header, String body) {
    return with(status, header, body, null);
  }

  /** @param type of the body, null for none */
  static Replied with(int status, String header, String body, String type) {
    Message reply = new Message();
    reply.add(":status", Integer.toString(status));
    if (header != null) {
      reply.add("x-reply", header);
    }
    if (type != null) {
      reply.add("content-type", type);
    }
    reply.body = body;
    reply.hasBody = !body.isEmpty();
    reply.complete = true;
    reply.bare = true;
    return new Replied(reply);
  }

  static Replied redirect(int status, String location) {
    Replied replied = empty(status);
    replied.reply.add("location", location);
    return replied;
  }

  static Replied empty(int status) {
    return with(status, null, "");
  }

  Message reply() {
    return reply;
  }
}
