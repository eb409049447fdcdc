package dev.sluice.host.vm;

import java.util.List;

/** What modules of emscripten import besides, among them those of the C++ SDK. */
final class EmscriptenLinks {
  private EmscriptenLinks() {}

  static List<Link> all() {
    return List.of(
        Link.proxy("emscripten_notify_memory_growth", "(i)-", (guest, in) -> 0).allowed(Availability.LOADING),
        Link.proxy("pthread_equal", "(ii)i", (guest, in) -> in.i32(0) == in.i32(1) ? 1 : 0));
  }
}
