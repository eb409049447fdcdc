package dev.sluice.bridge.teavm;

import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.engine.PluginCallbacks;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.MethodHolder;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;

/** Writes the body of {@code Entry.create}: makes the one plugin that this module is for. */
public final class EntryBinding implements ClassHolderTransformer {
  private final Binding binding;

  /** How a plugin's callbacks are made from the guest's {@link Hostcalls}. */
  public interface Binding {
    ValueEmitter emit(ProgramEmitter program, ValueEmitter host);
  }

  /** A plugin in the DSL: the engine is its callbacks. */
  public static Binding ofPlugin(String pluginClass) {
    return (program, host) -> program.invoke(
        PluginCallbacks.class,
        "of",
        PluginCallbacks.class,
        program.construct(pluginClass).cast(SluicePlugin.class),
        host);
  }

  /** A plugin against the ABI alone makes its callbacks itself. */
  public static Binding ofFactory(String factoryClass) {
    return (program, host) -> program.construct(factoryClass)
        .cast(HostCallbacksFactory.class)
        .invokeVirtual("create", HostCallbacks.class, host);
  }

  EntryBinding(Binding binding) {
    this.binding = binding;
  }

  @Override
  public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
    if (cls.getName().equals(GuestNames.ENTRY)) {
      MethodHolder create = cls.getMethod(GuestNames.ENTRY_CREATE);
      create.getModifiers().remove(ElementModifier.NATIVE);
      ProgramEmitter program = ProgramEmitter.create(create, context.getHierarchy());
      binding.emit(program, program.var(1, Hostcalls.class)).cast(HostCallbacks.class).returnValue();
    }
  }
}
