package dev.sluice.check;

import dev.sluice.abi.attribute.Attribute;
import dev.sluice.abi.attribute.AttributePhase;
import dev.sluice.abi.attribute.ConnectionAttributes;
import dev.sluice.abi.attribute.LegacyAttributes;
import dev.sluice.abi.attribute.PluginAttributes;
import dev.sluice.abi.attribute.RequestAttributes;
import dev.sluice.abi.attribute.ResponseAttributes;
import dev.sluice.abi.attribute.UpstreamAttributes;
import dev.sluice.abi.attribute.XdsAttributes;
import dev.sluice.value.PropertyText;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Attributes of Envoy: which there are, and where. */
final class AttributeRules {
  private static final Map<String, AttributePhase> KNOWN = known(
      ConnectionAttributes.class, PluginAttributes.class, RequestAttributes.class, ResponseAttributes.class,
      UpstreamAttributes.class, XdsAttributes.class);
  private static final Map<String, AttributePhase> GONE = known(LegacyAttributes.class);
  /** Below these are names of others' making. */
  private static final Set<String> OPEN = Set.of("metadata", "filter_state", "upstream_filter_state", "wasm");
  /** Those whose names are all known. */
  private static final Set<String> CLOSED = Set.of("request", "response");

  private final Findings findings;

  AttributeRules(Findings findings) {
    this.findings = findings;
  }

  void at(Site site) {
    site.within(PropertyText.class).forEach(property -> property(property.path(), site));
  }

  private void property(List<String> path, Site site) {
    String name = String.join(".", path);
    if (OPEN.contains(path.get(0))) {
      return;
    }
    AttributePhase phase = phase(path);
    if (phase == null && GONE.containsKey(path.get(0)) && !path.get(0).equals("connection_id")) {
      findings.add(FindingKind.UNKNOWN_ATTRIBUTE, site.path(), "Envoy has no " + name + " since 1.33",
          "read xds." + name);
    } else if (phase == null && CLOSED.contains(path.get(0))) {
      findings.add(FindingKind.UNKNOWN_ATTRIBUTE, site.path(), "Envoy has no attribute " + name,
          "see Envoy's list of attributes");
    } else if (phase == AttributePhase.REQUEST_HEADERS && site.isIn("response")) {
      findings.add(FindingKind.LATE_ATTRIBUTE, site.path(),
          "Envoy has no " + name + " once the request has gone on",
          "read path(), method(), requestHeader(..) and the like, which are remembered, or bind it in the request part");
    } else if (phase != null && site.isIn("request") && isLater(phase)) {
      findings.add(FindingKind.EARLY_ATTRIBUTE, site.path(),
          "Envoy has no " + name + " while the request is on its way in",
          "read it in the response part or in the log");
    } else if (phase == AttributePhase.LOG && site.isIn("response")) {
      findings.add(FindingKind.EARLY_ATTRIBUTE, site.path(), "Envoy has no " + name + " before the stream is over",
          "read it in the log");
    }
  }

  private static boolean isLater(AttributePhase phase) {
    return phase == AttributePhase.RESPONSE || phase == AttributePhase.RESPONSE_HEADERS
        || phase == AttributePhase.RESPONSE_TRAILERS || phase == AttributePhase.LOG || phase == AttributePhase.UPSTREAM;
  }

  /** Where there is the attribute or what it lies in, null for nowhere. */
  private static AttributePhase phase(List<String> path) {
    for (int length = path.size(); length > 0; length--) {
      AttributePhase phase = KNOWN.get(String.join(".", path.subList(0, length)));
      if (phase != null) {
        return phase;
      }
    }
    return null;
  }

  /** All attributes that have a name without a parameter; those with one lie below one of these. */
  private static Map<String, AttributePhase> known(Class<?>... lists) {
    Map<String, AttributePhase> known = new HashMap<>();
    for (Class<?> list : lists) {
      for (Method method : list.getMethods()) {
        if (Attribute.class.equals(method.getReturnType()) && method.getParameterCount() == 0) {
          try {
            Attribute<?> attribute = (Attribute<?>) method.invoke(null);
            known.put(attribute.toString(), attribute.phase());
          } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + method, e);
          }
        }
      }
    }
    return known;
  }
}
