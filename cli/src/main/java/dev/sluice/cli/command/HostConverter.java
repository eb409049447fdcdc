package dev.sluice.cli.command;

import dev.sluice.abi.profile.HostProfile;
import dev.sluice.abi.profile.HostProfiles;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A host by its short name. */
final class HostConverter implements ITypeConverter<HostProfile> {
  @Override
  public HostProfile convert(String name) {
    return HostProfiles.named(name)
        .getOrElseThrow(() -> new TypeConversionException(
            "'" + name + "' is not known; the hosts are "
                + String.join(", ", HostProfiles.known().stream().map(HostProfile::id).toList())));
  }
}
