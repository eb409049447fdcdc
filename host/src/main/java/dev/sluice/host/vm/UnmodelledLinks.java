package dev.sluice.host.vm;

import dev.sluice.abi.Status;
import java.util.stream.Stream;

/** Functions of the ABI that modules may import but this host does not model: they answer UNIMPLEMENTED. */
final class UnmodelledLinks {
  private static final String FUNCTIONS = """
      proxy_grpc_call (iiiiiiiiiiii)i
      proxy_grpc_cancel (i)i
      proxy_grpc_close (i)i
      proxy_grpc_send (iiii)i
      proxy_grpc_stream (iiiiiiiii)i
      """;

  private UnmodelledLinks() {}

  static Stream<Link> all() {
    return FUNCTIONS.lines().map(line -> line.split(" ")).map(words -> unmodelled(words[0], words[1]));
  }

  private static Link unmodelled(String name, String signature) {
    return Link.proxy(name, signature, (guest, in) -> {
      guest.remarkOnce(name + " is not modelled by this host: it answers UNIMPLEMENTED");
      return guest.calls().counted(name, Status.UNIMPLEMENTED).code();
    });
  }
}
