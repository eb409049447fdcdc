package dev.sluice.laws;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.testkit.http.Headers;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;

/**
 * What comes from both sides of an exchange.
 *
 * @param endApart whether the end of a body in pieces comes behind the last piece
 * @param fails whether the upstream breaks off in the place of the answer
 */
public record Traffic(Request request, Response answer, boolean endApart, boolean fails) {
  private static final Header CHUNKED = Header.of("transfer-encoding", "chunked");

  /** The fields of the request, with those that say how long it is. */
  public Vector<Header> requestFields() {
    Vector<Header> fields = Vector.of(
        Header.of(":authority", request.authority()), Header.of(":path", request.target()),
        Header.of(":method", request.method()), Header.of(":scheme", "http"))
        .appendAll(request.headers().fields());
    return request.pieces().isEmpty() ? fields : fields.append(length(request.pieces(), request.trailers()));
  }

  /** The fields of the answer, with those that say how long it is. */
  public Vector<Header> answerFields() {
    Vector<Header> fields = Vector.of(Header.of(":status", Integer.toString(answer.status())))
        .appendAll(answer.headers().fields());
    boolean bodiless = answer.status() == 204 || answer.status() == 304;
    return bodiless ? fields : fields.append(length(answer.pieces(), answer.trailers()));
  }

  private static Header length(Vector<Bytes> pieces, Headers trailers) {
    boolean known = pieces.size() < 2 && trailers.fields().isEmpty();
    return known ? Header.of("content-length", Integer.toString(pieces.map(Bytes::length).sum().intValue())) : CHUNKED;
  }

  /** In how many pieces bodies come, both ends told apart. */
  int pieces() {
    return request.pieces().size() + answer.pieces().size() + 2;
  }

  public boolean isHead() {
    return request.method().equals("HEAD");
  }

  /** The same without trailers of the request or of the answer. */
  Traffic withoutTrailers(boolean ofRequest, boolean ofAnswer) {
    Request in = ofRequest
        ? new Request(request.method(), request.target(), request.authority(), request.headers(), request.pieces(),
            Headers.EMPTY, request.metadata())
        : request;
    Response out = ofAnswer
        ? new Response(answer.status(), answer.headers(), answer.pieces(), Headers.EMPTY, answer.metadata())
        : answer;
    return new Traffic(in, out, endApart, fails);
  }

  /** The same with these bodies; an answer that has none by its status stays without. */
  Traffic inPieces(Vector<Bytes> pieces) {
    boolean bodiless = answer.status() == 204 || answer.status() == 304;
    return new Traffic(in(pieces), bodiless ? answer : out(pieces), endApart, fails);
  }

  /** The same with these bodies in the place of others; null for those that are there. */
  Traffic with(Vector<Bytes> inBody, Vector<Bytes> outBody) {
    return new Traffic(
        inBody == null || request.pieces().isEmpty() ? request : in(inBody),
        outBody == null || answer.pieces().isEmpty() ? answer : out(outBody), endApart, fails);
  }

  private Request in(Vector<Bytes> pieces) {
    return new Request(request.method(), request.target(), request.authority(), request.headers(), pieces,
        request.trailers(), request.metadata());
  }

  private Response out(Vector<Bytes> pieces) {
    return new Response(answer.status(), answer.headers(), pieces, answer.trailers(), answer.metadata());
  }

  /** The answer in words. */
  String described() {
    String fields = answerFields().map(field -> field.name() + ": " + field.value()).mkString("{", ", ", "}");
    return fails ? "the upstream breaks off"
        : "the upstream answers " + fields + " " + answer.pieces().mkString("[", "|", "]")
            + (answer.trailers().fields().isEmpty() ? "" : " and the trailers " + answer.trailers())
            + (endApart ? "; ends come apart" : "");
  }
}
