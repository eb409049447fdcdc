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
final class EntryBinding implements ClassHolderTransformer {
  private final String pluginClass;
  private final PluginKind kind;

  EntryBinding(String pluginClass, PluginKind kind) {
    this.pluginClass = pluginClass;
    this.kind = kind;
  }

  @Override
  public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
    if (cls.getName().equals(GuestNames.ENTRY)) {
      MethodHolder create = cls.getMethod(GuestNames.ENTRY_CREATE);
      create.getModifiers().remove(ElementModifier.NATIVE);
      ProgramEmitter program = ProgramEmitter.create(create, context.getHierarchy());
      callbacks(program, program.var(1, Hostcalls.class)).cast(HostCallbacks.class).returnValue();
    }
  }

  private ValueEmitter callbacks(ProgramEmitter program, ValueEmitter host) {
    ValueEmitter plugin = program.construct(pluginClass);
    return switch (kind) {
      case PIPELINE ->
        program.invoke(PluginCallbacks.class, "of", PluginCallbacks.class, plugin.cast(SluicePlugin.class), host);
      case CALLBACKS ->
        plugin.cast(HostCallbacksFactory.class).invokeVirtual("create", HostCallbacks.class, host);
    };
  }
}
