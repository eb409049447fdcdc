package dev.sluice.examples.tenant;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.abi.Bytes;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsError;
import dev.sluice.dsl.SluicePlugin;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;

/** Tells the upstream and the client which tenant an exchange belongs to. The configuration is the tenant's name. */
public final class Tenant implements SluicePlugin {
  private static final int LONGEST_NAME = 40;

  @Override
  public Plugin define(Settings settings) {
    String tenant = settings.decode(Tenant::name);
    return plugin("tenant")
        .request(setHeader("x-tenant", tenant))
        .response(setHeader("x-tenant", tenant));
  }

  @Override
  public Settings sampleSettings() {
    return Settings.of("acme");
  }

  private static Validation<Seq<SettingsError>, String> name(Bytes raw) {
    List<SettingsError> errors = List.empty();
    if (raw.isEmpty()) {
      errors = errors.append(new SettingsError("", "no tenant is given; give a name such as acme"));
    }
    if (raw.length() > LONGEST_NAME) {
      errors = errors.append(new SettingsError("", "the name is longer than 40 characters; give a shorter one"));
    }
    if (!isPlain(raw)) {
      errors = errors.append(new SettingsError("", "the name has other characters than a-z, 0-9 and -"));
    }
    return errors.isEmpty() ? Validation.valid(raw.latin1()) : Validation.invalid(errors);
  }

  private static boolean isPlain(Bytes name) {
    for (int i = 0; i < name.length(); i++) {
      byte b = name.at(i);
      if (!(b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '-')) {
        return false;
      }
    }
    return true;
  }
}
