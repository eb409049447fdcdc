package dev.sluice.dsl;

import dev.sluice.plan.Check;
import io.vavr.collection.List;

/** The plugins of a {@link SluiceModule} by their root ids; immutable. */
public final class Plugins {
  private final Plugins before;
  private final String rootId;
  private final SluicePlugin plugin;

  private Plugins(Plugins before, String rootId, SluicePlugin plugin) {
    this.before = before;
    this.rootId = Check.filled("Plugins", "the root id", rootId);
    this.plugin = Check.given("Plugins", "the plugin of " + rootId, plugin);
  }

  /** One plugin: add others with {@link #and}. */
  public static Plugins of(String rootId, SluicePlugin plugin) {
    return new Plugins(null, rootId, plugin);
  }

  /** These and one more. */
  public Plugins and(String otherId, SluicePlugin other) {
    if (find(otherId) != null) {
      throw new IllegalArgumentException("Plugins: the root id \"" + otherId + "\" is there twice; tell them apart");
    }
    return new Plugins(this, otherId, other);
  }

  /** The plugin with this root id. Throws {@link SettingsRejected}, naming those that there are, where there is none. */
  public SluicePlugin meant(String wanted) {
    SluicePlugin found = find(wanted);
    if (found == null) {
      throw new SettingsRejected(
          List.of(
              new SettingsError("", "root_id \"" + wanted + "\" is no plugin of this module; give one of: " + ids())));
    }
    return found;
  }

  /** The plugin that a proxy means by this root id: of a module one of its plugins, else the plugin itself. */
  public static SluicePlugin meant(SluicePlugin plugin, String rootId) {
    return plugin instanceof SluiceModule module ? module.plugins().meant(rootId) : plugin;
  }

  /** The root ids, in the order in which they were given. */
  public String ids() {
    return before == null ? rootId : before.ids() + ", " + rootId;
  }

  private SluicePlugin find(String wanted) {
    for (Plugins at = this; at != null; at = at.before) {
      if (at.rootId.equals(wanted)) {
        return at.plugin;
      }
    }
    return null;
  }
}
