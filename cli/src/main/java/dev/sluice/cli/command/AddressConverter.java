package dev.sluice.cli.command;

import dev.sluice.bridge.deploy.Address;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A host and a port, {@code localhost:8080} or {@code [::1]:8080}. */
final class AddressConverter implements ITypeConverter<Address> {
  private static final Pattern HOST_AND_PORT = Pattern.compile("(?:\\[([^\\]]+)\\]|([^:/\\[\\]]+)):([0-9]{1,5})");

  @Override
  public Address convert(String text) {
    Matcher matcher = HOST_AND_PORT.matcher(text);
    if (!matcher.matches()) {
      throw new TypeConversionException("'" + text + "' is not of the form HOST:PORT");
    }
    int port = Integer.parseInt(matcher.group(3));
    if (port < 1 || port > 65535) {
      throw new TypeConversionException("port " + port + " is not between 1 and 65535");
    }
    return new Address(matcher.group(1) == null ? matcher.group(2) : matcher.group(1), port);
  }
}
