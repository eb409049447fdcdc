package dev.sluice.dsl;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Callback;
import dev.sluice.abi.Needs;
import dev.sluice.plan.Check;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;
import java.util.function.Supplier;

/**
 * The configuration that the proxy hands to the plugin. Read from the host only when asked for, and for the first time
 * within {@link SluicePlugin#define}. A plugin that reads its settings needs two more callbacks, because two
 * configurations can share one VM and streams have to be told apart.
 */
public final class Settings {
  private final SettingsObserver observer;
  private Supplier<Bytes> source;
  private Bytes raw;
  private boolean read;

  private Settings(Supplier<Bytes> source, SettingsObserver observer) {
    this.source = source;
    this.observer = observer;
  }

  /** Settings that come from elsewhere when they are first asked for. */
  public static Settings from(Supplier<Bytes> source) {
    return from(source, warning -> {});
  }

  /** The same, and somebody hears how they are read. */
  public static Settings from(Supplier<Bytes> source, SettingsObserver observer) {
    return new Settings(Check.given("Settings.from", "the source", source), observer);
  }

  /** These settings, as for a test. */
  public static Settings of(Bytes raw) {
    Check.given("Settings.of", "the configuration", raw);
    return from(() -> raw);
  }

  /** These settings, in UTF-8. */
  public static Settings of(String text) {
    return of(Bytes.utf8(Check.given("Settings.of", "the configuration", text)));
  }

  /** An empty configuration. */
  public static Settings none() {
    return of(Bytes.EMPTY);
  }

  /** The configuration as the proxy has it; empty where there is none. */
  @Needs({Callback.CONTEXT_CREATE, Callback.DELETE})
  public Bytes raw() {
    if (!read) {
      if (source == null) {
        throw new IllegalStateException("settings were first asked for after define had ended; read them in define");
      }
      raw = source.get();
      read = true;
    }
    return raw;
  }

  /** The configuration as text in UTF-8. */
  public String text() {
    return raw().utf8();
  }

  /**
   * The configuration of the VM in which the plugin runs, the same for all plugins in it; empty where there is none. Asked
   * for in {@link SluicePlugin#define} only.
   */
  public Bytes vm() {
    if (source == null) {
      throw new IllegalStateException("the VM's settings were asked for after define had ended; read them in define");
    }
    return source instanceof SettingsSource host ? host.vm() : Bytes.EMPTY;
  }

  /** The configuration as the decoder sees it. Throws {@link SettingsRejected} with all errors where it sees any. */
  public <T> T decode(SettingsDecoder<T> decoder) {
    Check.given("decode", "the decoder", decoder);
    observer.decoding(decoder);
    Validation<Seq<SettingsError>, T> decoded = decoder.decode(raw(), observer);
    if (decoded.isInvalid()) {
      throw new SettingsRejected(decoded.getError());
    }
    return decoded.get();
  }

  /**
   * Which plugin of its module the proxy means ({@code plugin_root_id}); empty where it does not say. See
   * {@link SluiceModule}.
   */
  @Needs({Callback.CONTEXT_CREATE, Callback.DELETE})
  public String rootId() {
    return observer.rootId();
  }

  /** Whether anything asked for them so far. */
  public boolean wereRead() {
    return read;
  }

  /** Ends the time in which the host can be asked. */
  public void close() {
    source = null;
  }
}
