package dev.sluice.std.body;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.settings.Decoders.*;

import dev.sluice.dsl.Filter;
import dev.sluice.settings.Decoder;
import dev.sluice.settings.Decoders;
import dev.sluice.step.Step;
import dev.sluice.stream.Transform;
import dev.sluice.value.Condition;
import dev.sluice.value.TextValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Masks what is found in bodies as they pass, across the borders of their pieces: long numbers, texts, matches of regular
 * expressions, in this order of writing. Nothing is held but what may still become a match. Responses are asked for
 * unencoded ({@code accept-encoding: identity}); a body that is encoded all the same, or a request's, passes as it is.
 *
 * <pre>{@code
 * maskBody(MaskBody.ofResponse().digits(13).text("internal.example.com", "***"))
 * }</pre>
 *
 * @param inRequest whether requests are masked, else responses
 * @param masks what is masked
 * @param contentTypes beginnings of the content-types that are masked, whatever the case; none for all
 */
public record MaskBody(boolean inRequest, List<Transform> masks, List<String> contentTypes) {
  private static final int LONGEST = 256;
  private static final int MOST_MASKS = 100;

  private static final Decoder<Transform> MASK = union("kind",
      variant("digits", object(
          field("fewest", integer().between(2, 64).asInt()).describedAs("shorter numbers stay as they are"))
          .as(fewest -> maskingDigits(fewest))),
      variant("text", object(
          field("text", Decoders.text().length(1, 1024)), field("mask", Decoders.text()).orElse("***"))
          .as((wanted, mask) -> replacing(wanted, mask))),
      variant("regex", object(
          field("regex", Decoders.text().notBlank()).describedAs("syntax of RE2"),
          field("mask", Decoders.text()).orElse("***"),
          field("longest", integer().between(1, 1 << 16).asInt()).orElse(LONGEST)
              .describedAs("most bytes of a match"))
          .as((regex, mask, longest) -> masking(regex, mask, longest))));

  /** Reads settings: see docs/filters/maskBody.md. Brings the engine for regular expressions into a module. */
  public static final Decoder<MaskBody> DECODER = object(
      field("message", enumOf(Message.values())).orElse(Message.RESPONSE).describedAs("whose body is meant"),
      field("masks", listOf(MASK).size(1, MOST_MASKS)).describedAs("what is masked, in this order"),
      field("contentTypes", listOf(Decoders.text().notBlank())).orElse(List.of())
          .describedAs("beginnings of the content-types that are masked; all unless given"))
      .as((message, masks, types) -> new MaskBody(message == Message.REQUEST, masks, types));

  public MaskBody {
    masks = List.copyOf(masks);
    contentTypes = List.copyOf(contentTypes);
  }

  /** Masks nothing of requests yet. */
  public static MaskBody ofRequest() {
    return new MaskBody(true, List.of(), List.of());
  }

  /** Masks nothing of responses yet. */
  public static MaskBody ofResponse() {
    return new MaskBody(false, List.of(), List.of());
  }

  /** The same, which also masks numbers with so many digits and more (2 to 64), but for the last four digits. */
  public MaskBody digits(int fewest) {
    return with(maskingDigits(fewest));
  }

  /** The same, which also puts a mask in the place of a text. */
  public MaskBody text(String wanted, String mask) {
    return with(replacing(wanted, mask));
  }

  /** The same, which also puts a mask in the place of matches, of up to so many bytes, of a regular expression (RE2). */
  public MaskBody regex(String regex, String mask, int longest) {
    return with(masking(regex, mask, longest));
  }

  private MaskBody with(Transform mask) {
    List<Transform> more = new ArrayList<>(masks);
    more.add(mask);
    return new MaskBody(inRequest, more, contentTypes);
  }

  /** The same for bodies whose content-type begins with one of these alone. */
  public MaskBody contentTypes(String... beginnings) {
    return new MaskBody(inRequest, masks, List.of(beginnings));
  }

  /** The filter that does this. */
  public Filter filter() {
    if (masks.isEmpty()) {
      throw new IllegalArgumentException("maskBody: nothing is masked; say what is");
    }
    Transform[] all = masks.toArray(new Transform[0]);
    Step stream = inRequest ? streamRequest(all) : streamResponse(all);
    Step masked = contentTypes.isEmpty() ? stream : when(isMasked()).then(stream);
    return inRequest ? request(masked) : response(masked);
  }

  private Condition isMasked() {
    TextValue type = header("content-type").ignoringCase();
    Condition masked = anyOf();
    for (String beginning : contentTypes) {
      masked = masked.or(type.startsWith(beginning));
    }
    return masked;
  }
}
