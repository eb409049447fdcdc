package dev.sluice.std.observe;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.settings.Decoders.*;

import dev.sluice.abi.LogLevel;
import dev.sluice.dsl.Filter;
import dev.sluice.settings.Decoder;
import dev.sluice.value.TextValue;
import dev.sluice.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Writes one line of JSON to the proxy's log for each request that is over, whoever answered it.
 *
 * <pre>{@code
 * accessLog(AccessLog.of(AccessField.METHOD, AccessField.PATH, AccessField.STATUS).requestHeaders("x-request-id"))
 * }</pre>
 *
 * @param fields members of the line, in this order; numbers as numbers, absent ones as null
 * @param ofRequest request headers in a member request_headers, at most 32
 * @param ofResponse response headers in a member response_headers, at most 32
 * @param level of the line
 * @param longest how many bytes of a text are kept, 16 to 65,536
 */
public record AccessLog(
    List<AccessField> fields, List<String> ofRequest, List<String> ofResponse, LogLevel level, int longest) {
  private static final int MOST_HEADERS = 32;
  private static final int LEAST_LENGTH = 16;
  private static final int MOST_LENGTH = 65_536;
  private static final int LENGTH = 1024;
  private static final List<String> SECRET =
      List.of("authorization", "cookie", "proxy-authorization", "set-cookie", "x-api-key");
  private static final List<AccessField> FIELDS = List.of(AccessField.TIME, AccessField.METHOD, AccessField.HOST,
      AccessField.PATH, AccessField.STATUS, AccessField.DURATION_MS, AccessField.CLIENT);

  /** Settings of a configuration; see docs/filters/accessLog.md. */
  public static final Decoder<AccessLog> DECODER = object(
      field("fields", listOf(enumOf(AccessField.values(), AccessField::member)).notEmpty()).orElse(FIELDS)
          .describedAs("members of the line"),
      field("requestHeaders", headers()).orElse(List.of()).describedAs("request headers in the line"),
      field("responseHeaders", headers()).orElse(List.of()).describedAs("response headers in the line"),
      field("level", enumOf(LogLevel.values())).orElse(LogLevel.INFO).describedAs("of the line"),
      field("longest", byteSize().between(LEAST_LENGTH, MOST_LENGTH).asInt()).orElse(LENGTH)
          .describedAs("how much of a text is kept"))
      .as(AccessLog::new);

  public AccessLog {
    fields = List.copyOf(fields);
    ofRequest = List.copyOf(ofRequest);
    ofResponse = List.copyOf(ofResponse);
    if (fields.isEmpty() || new HashSet<>(fields).size() < fields.size()) {
      throw new IllegalArgumentException("accessLog: there is no field, or one twice; give each once");
    }
    for (List<String> names : List.of(ofRequest, ofResponse)) {
      if (!differ(names) || names.size() > MOST_HEADERS) {
        throw new IllegalArgumentException("accessLog: a header is given twice, or more than 32; give each once");
      }
      for (String name : names) {
        removeHeader(name);
        if (!isHarmless(name)) {
          throw new IllegalArgumentException("accessLog: the header " + name + " carries secrets; leave it out");
        }
      }
    }
    if (longest < LEAST_LENGTH || longest > MOST_LENGTH) {
      throw new IllegalArgumentException("accessLog: texts of " + longest + " bytes; keep 16 to 65536");
    }
  }

  private static Decoder<List<String>> headers() {
    return listOf(headerName().check(AccessLog::isHarmless, "is a header that carries secrets; leave it out"))
        .size(0, MOST_HEADERS)
        .check(AccessLog::differ, "has a header twice; give each once");
  }

  private static boolean isHarmless(String header) {
    for (String secret : SECRET) {
      if (secret.equalsIgnoreCase(header)) {
        return false;
      }
    }
    return true;
  }

  private static boolean differ(List<String> names) {
    return new HashSet<>(names).size() == names.size();
  }

  /** Time, method, host, path, status, duration and client. */
  public static AccessLog standard() {
    return new AccessLog(FIELDS, List.of(), List.of(), LogLevel.INFO, LENGTH);
  }

  /** These fields. */
  public static AccessLog of(AccessField... fields) {
    return new AccessLog(List.of(fields), List.of(), List.of(), LogLevel.INFO, LENGTH);
  }

  /** The same with these request headers and no others. */
  public AccessLog requestHeaders(String... names) {
    return new AccessLog(fields, List.of(names), ofResponse, level, longest);
  }

  /** The same with these response headers and no others. */
  public AccessLog responseHeaders(String... names) {
    return new AccessLog(fields, ofRequest, List.of(names), level, longest);
  }

  /** The same at this level. */
  public AccessLog level(LogLevel severity) {
    return new AccessLog(fields, ofRequest, ofResponse, severity, longest);
  }

  /** The same with so many bytes of each text. */
  public AccessLog longest(int bytes) {
    return new AccessLog(fields, ofRequest, ofResponse, level, bytes);
  }

  /** The filter that does this. */
  public Filter filter() {
    StringBuilder line = new StringBuilder();
    List<Value<?>> values = new ArrayList<>();
    for (AccessField field : fields) {
      member(line, field.member());
      values.add(bounded(field.value()));
    }
    nested(line, "request_headers", ofRequest);
    for (String name : ofRequest) {
      values.add(bounded(header(name)));
    }
    nested(line, "response_headers", ofResponse);
    for (String name : ofResponse) {
      values.add(bounded(responseHeader(name)));
    }
    return onLog(log(level, json("{" + line + "}", values.toArray(new Value<?>[0]))));
  }

  private static void nested(StringBuilder line, String name, List<String> headers) {
    StringBuilder members = new StringBuilder();
    for (String header : headers) {
      member(members, header);
    }
    if (!headers.isEmpty()) {
      line.append(",\"").append(name).append("\":{").append(members).append('}');
    }
  }

  private static void member(StringBuilder members, String name) {
    members.append(members.isEmpty() ? "\"" : ",\"").append(name).append("\":\"{}\"");
  }

  private Value<?> bounded(Value<?> value) {
    return value instanceof TextValue text ? text.substring(0, longest) : value;
  }
}
