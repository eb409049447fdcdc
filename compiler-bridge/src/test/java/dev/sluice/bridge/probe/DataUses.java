package dev.sluice.bridge.probe;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;
import dev.sluice.data.digest.Digest;
import dev.sluice.data.digest.Hmac;
import dev.sluice.data.digest.RandomBytes;
import dev.sluice.data.text.Base64;
import dev.sluice.data.text.Hex;

/** The formats of {@code dev.sluice.data}, each over inputs of many lengths, and settings that are made of them. */
public final class DataUses implements HostCallbacksFactory {
  public static final int COUNT = 12;

  @Override
  public HostCallbacks create(Hostcalls host) {
    return new ProbeCallbacks(host, DataUses::run);
  }

  /** Runs a case. */
  public static String run(int number) {
    return switch (number) {
      case 0 -> digests(Digest.sha1());
      case 1 -> digests(Digest.sha256());
      case 2 -> digests(Digest.sha384());
      case 3 -> digests(Digest.sha512());
      case 4 -> texts();
      case 5 -> "uuid " + RandomBytes.uuid().length() + !RandomBytes.uuid().equals(RandomBytes.uuid());
      case 6 -> DataTexts.fields();
      case 7 -> DataTexts.json();
      case 8 -> DataTexts.addresses();
      case 9 -> DataStreams.cutEverywhere();
      case 10 -> DataStreams.compression();
      case 11 -> DataSettings.decoded();
      default -> throw new IllegalArgumentException("no case " + number);
    };
  }

  private static Bytes input(int length) {
    byte[] bytes = new byte[length];
    int state = length;
    for (int i = 0; i < length; i++) {
      state = state * 1_103_515_245 + 12_345;
      bytes[i] = (byte) (state >> 16);
    }
    return Bytes.wrap(bytes);
  }

  private static String digests(Digest digest) {
    StringBuilder out = new StringBuilder();
    for (int length = 0; length < 270; length += length < 8 ? 1 : 13) {
      Bytes hash = digest.of(input(length));
      out.append(Hex.encode(hash)).append(' ');
      out.append(Base64.encode(Hmac.of(digest, input(length)).of(hash))).append('\n');
    }
    return out.toString();
  }

  private static String texts() {
    StringBuilder out = new StringBuilder();
    for (int length = 0; length < 20; length++) {
      Bytes bytes = input(length);
      String base64 = Base64.encode(bytes);
      String url = Base64.encodeUrl(bytes);
      out.append(base64).append(' ').append(url).append(' ').append(Base64.encodeUrlPadded(bytes));
      out.append(Base64.decode(base64).contains(bytes)).append(Base64.decodeUrl(url).contains(bytes));
      out.append(Base64.decode(url)).append(Base64.decodeLenient(url)).append(Hex.decode(base64)).append('\n');
    }
    return out.toString();
  }
}
