package dev.sluice.dsl;

/**
 * Several plugins in one module: a class with a public constructor without parameters, as {@link SluicePlugin} is. Each
 * filter of the proxy says by its {@code root_id} which of them it is; one that names none of them is refused, with those
 * that there are in the log. Filters with the same VM id share a VM.
 *
 * <pre>{@code
 * public final class Edge implements SluiceModule {
 *   @Override public Plugins plugins() {
 *     return Plugins.of("auth", new Auth()).and("limits", new Limits());
 *   }
 * }
 * }</pre>
 */
public interface SluiceModule extends SluicePlugin {
  /** The plugins. */
  Plugins plugins();

  @Override
  default Plugin define(Settings settings) {
    return plugins().meant(settings.rootId()).define(settings);
  }
}
