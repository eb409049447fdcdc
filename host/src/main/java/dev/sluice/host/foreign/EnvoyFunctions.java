package dev.sluice.host.foreign;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.Status;
import dev.sluice.host.proto.MalformedMessageException;
import dev.sluice.host.proto.ProtoFields;

/** What Envoy registers ({@code extensions/common/wasm/foreign.cc}); its arguments and results are protobuf messages. */
final class EnvoyFunctions {
  static final ForeignFunctions ALL = ForeignFunctions.none()
      .with("compress", (caller, bytes) -> Fetched.of(Zlib.compress(bytes)))
      .with("uncompress", (caller, bytes) -> Zlib.uncompress(bytes))
      .with("verify_signature", (caller, message) -> onMessage(message, Signatures::verify))
      .with("sign", (caller, message) -> onMessage(message, Signatures::sign))
      .with("clear_route_cache", EnvoyFunctions::clearRouteCache)
      .with("set_envoy_filter_state",
          (caller, message) -> onMessage(message, fields -> setFilterState(caller, fields)))
      .with("declare_property", (caller, message) -> onMessage(message, fields -> declareProperty(caller, fields)))
      .with("expr_create", EnvoyFunctions::noExpressions)
      .with("expr_evaluate", EnvoyFunctions::noExpressions)
      .with("expr_delete", EnvoyFunctions::noExpressions);

  private EnvoyFunctions() {}

  private interface OnFields {
    Fetched call(ProtoFields fields) throws MalformedMessageException;
  }

  private static Fetched onMessage(Bytes message, OnFields function) {
    try {
      return function.call(ProtoFields.parse(message));
    } catch (MalformedMessageException e) {
      return Fetched.failed(Status.BAD_ARGUMENT);
    }
  }

  private static Fetched nothing(Status status) {
    return status.isOk() ? Fetched.of(Bytes.EMPTY) : Fetched.failed(status);
  }

  private static Fetched clearRouteCache(ForeignCaller caller, Bytes arguments) {
    caller.clearRouteCache();
    return Fetched.of(Bytes.EMPTY);
  }

  /** Message {@code SetEnvoyFilterStateArguments}. How long the state shall live is passed over: as long as the stream. */
  private static Fetched setFilterState(ForeignCaller caller, ProtoFields fields) throws MalformedMessageException {
    String key = fields.text(1);
    String value = fields.text(2);
    Status known = EnvoyFilterState.check(key, value);
    return nothing(known.isOk() ? caller.setFilterState(key, Bytes.utf8(value)) : known);
  }

  /** Message {@code DeclarePropertyArguments}. Type and schema change nothing for plugins: they read the bytes. */
  private static Fetched declareProperty(ForeignCaller caller, ProtoFields fields) throws MalformedMessageException {
    return nothing(
        caller.declareProperty(new PropertyDeclaration(Bytes.utf8(fields.text(1)), fields.number(2) != 0)));
  }

  private static Fetched noExpressions(ForeignCaller caller, Bytes arguments) {
    caller.log(LogLevel.WARN, "this host evaluates no CEL expressions: expr_create, expr_evaluate and expr_delete"
        + " answer UNIMPLEMENTED");
    return Fetched.failed(Status.UNIMPLEMENTED);
  }
}
