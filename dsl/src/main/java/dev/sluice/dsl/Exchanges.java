package dev.sluice.dsl;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.step.Bind;
import dev.sluice.step.CloseConnection;
import dev.sluice.step.EditJson;
import dev.sluice.step.HttpCall;
import dev.sluice.step.SetBody;
import dev.sluice.step.SetData;
import dev.sluice.step.Step;
import dev.sluice.step.StreamBody;
import dev.sluice.stream.LimitBytes;
import dev.sluice.stream.MapEvents;
import dev.sluice.stream.MapLines;
import dev.sluice.stream.MaskDigits;
import dev.sluice.stream.MaskMatches;
import dev.sluice.stream.OwnTransform;
import dev.sluice.stream.Rechunk;
import dev.sluice.stream.Refuse;
import dev.sluice.stream.Replace;
import dev.sluice.stream.Transform;
import dev.sluice.value.Answer;
import dev.sluice.value.BodyText;
import dev.sluice.value.DataText;
import dev.sluice.value.MessageText;
import dev.sluice.value.RefText;
import dev.sluice.value.RequestBodyText;
import dev.sluice.value.ResponseBodyText;
import dev.sluice.value.TextValue;
import io.vavr.control.Option;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The words for what streams are held for: whole bodies and calls to other services; and for what is remembered
 * meanwhile. Authors import them through {@link Sluice}.
 */
abstract class Exchanges extends Values {
  Exchanges() {}

  /** The request's whole body, see {@link BodyText}; for request parts. */
  public static BodyText requestBody() {
    return RequestBodyText.standard();
  }

  /** The response's whole body, see {@link BodyText}; for response parts. */
  public static BodyText responseBody() {
    return ResponseBodyText.standard();
  }

  /** What a step before has bound to this name. */
  public static TextValue ref(String name) {
    return new RefText(name);
  }

  /** The answer to the call that was given no name. */
  public static Answer answer() {
    return new Answer(HttpCall.UNNAMED);
  }

  /** The answer to the call of this name. */
  public static Answer answer(String call) {
    return new Answer(call);
  }

  /** Remembers what a value is now, for {@link #ref}. */
  public static Step bind(String name, TextValue value) {
    return new Bind(name, value);
  }

  /** Puts a text in the place of the request's whole body, see {@link SetBody}. */
  public static Step setRequestBody(TextValue text) {
    return new SetBody(requestBody(), text);
  }

  /** Puts a text in the place of the response's whole body, see {@link SetBody}. */
  public static Step setResponseBody(TextValue text) {
    return new SetBody(responseBody(), text);
  }

  /**
   * Changes the JSON of a whole body, see {@link EditJson}: add what is to be changed.
   * <pre>{@code editBody(responseBody()).remove("/internal").set("/served-by", "edge")}</pre>
   */
  public static EditJson editBody(BodyText body) {
    return EditJson.of(body);
  }

  /** Puts a text in the place of a whole body, which is waited for with its limits, see {@link SetBody}. */
  public static Step setBody(BodyText body, TextValue text) {
    return new SetBody(body, text);
  }

  /** Puts the request's body through transforms as it comes, without holding it, see {@link StreamBody}. */
  public static Step streamRequest(Transform... transforms) {
    return new StreamBody(new StreamBody.OfRequest(), Check.some("streamRequest", "transform", transforms));
  }

  /** Puts the response's body through transforms as it comes, without holding it, see {@link StreamBody}. */
  public static Step streamResponse(Transform... transforms) {
    return new StreamBody(new StreamBody.OfResponse(), Check.some("streamResponse", "transform", transforms));
  }

  /** Puts what a client sends on a connection through transforms, see {@link StreamBody}; for connect parts. */
  public static Step streamDownstream(Transform... transforms) {
    return new StreamBody(new StreamBody.OfDownstream(), Check.some("streamDownstream", "transform", transforms));
  }

  /** Puts what an upstream sends on a connection through transforms, see {@link StreamBody}; for connect parts. */
  public static Step streamUpstream(Transform... transforms) {
    return new StreamBody(new StreamBody.OfUpstream(), Check.some("streamUpstream", "transform", transforms));
  }

  /** The piece of a connection's data that has come; for downstream and upstream parts. */
  public static TextValue data() {
    return new DataText();
  }

  /** Puts a text in the place of the piece of a connection's data that has come. */
  public static Step setData(TextValue text) {
    return new SetData(text);
  }

  /** Closes the connection. */
  public static CloseConnection close() {
    return new CloseConnection();
  }

  /** What the steps run for: the message of a queue, the arguments of a foreign call. */
  public static TextValue message() {
    return new MessageText();
  }

  /** For {@link #streamRequest} and {@link #streamResponse}: puts a text in the place of another one, also across the borders of pieces. */
  public static Replace replacing(String wanted, String replacement) {
    return Replace.of(wanted, replacement);
  }

  /** For {@link #streamRequest} and {@link #streamResponse}: masks all but the last four digits of numbers with so many digits and more. */
  public static Transform maskingDigits(int fewest) {
    return new MaskDigits(fewest, Math.min(4, fewest - 1), '*');
  }

  /** For {@link #streamRequest} and {@link #streamResponse}: puts a mask in the place of each match of a regular expression, see {@link MaskMatches}. */
  public static Transform masking(String regex, String mask, int longest) {
    return new MaskMatches(regex, mask, longest);
  }

  /** For {@link #streamRequest} and {@link #streamResponse}: lets at most so many bytes pass, see {@link LimitBytes}. */
  public static Transform limiting(long bytes) {
    return new LimitBytes(bytes);
  }

  /** For {@link #streamRequest} and {@link #streamResponse}: ends a message in which a text occurs, see {@link Refuse}. */
  public static Transform refusing(String text, int status, String body) {
    return new Refuse(text, status, body);
  }

  /** For {@link #streamRequest} and {@link #streamResponse}: puts each line through the author's own code, see {@link MapLines}. */
  public static Transform mappingLines(String name, int longest, Function<Bytes, Option<Bytes>> map) {
    return new MapLines(name, longest, map);
  }

  /** For {@link #streamRequest} and {@link #streamResponse}: puts the data of each server-sent event through the author's own code, see {@link MapEvents}. */
  public static Transform mappingEvents(String name, int largest, Function<Bytes, Option<Bytes>> map) {
    return new MapEvents(name, largest, map);
  }

  /** For {@link #streamRequest} and {@link #streamResponse}: has small pieces wait for each other, see {@link Rechunk}. */
  public static Transform rechunking(int bytes) {
    return new Rechunk(bytes);
  }

  /** For {@link #streamRequest} and {@link #streamResponse}: the author's own code on pieces, see {@link OwnTransform}. */
  public static Transform transform(String name, Supplier<OwnTransform.PieceMapper> make) {
    return new OwnTransform(name, make);
  }
}
