package dev.sluice.check;

import dev.sluice.abi.Header;
import dev.sluice.step.AddHeader;
import dev.sluice.step.AppendHeader;
import dev.sluice.step.ChangeMetric;
import dev.sluice.step.EditJson;
import dev.sluice.step.EditTrailer;
import dev.sluice.step.HeaderField;
import dev.sluice.step.Log;
import dev.sluice.step.Redirect;
import dev.sluice.step.RenameHeader;
import dev.sluice.step.Respond;
import dev.sluice.step.RespondWith;
import dev.sluice.step.SetBody;
import dev.sluice.step.SetHeader;
import dev.sluice.step.SetHeaders;
import dev.sluice.step.Step;
import dev.sluice.step.StreamBody;
import dev.sluice.value.LiteralNumber;
import dev.sluice.value.LiteralText;
import dev.sluice.value.RefText;
import dev.sluice.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Headers: which may be written, and whether anyone will see them. */
final class HeaderRules {
  private static final Set<String> PER_HOP =
      Set.of("connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade");
  private static final Set<String> OF_REQUEST = Set.of(":path", ":method", ":authority", ":scheme", ":protocol");
  private static final Set<String> OF_RESPONSE = Set.of(":status");
  private static final String LENGTH = "content-length";

  private final Findings findings;
  private final Map<String, List<StepPath>> lengths = new LinkedHashMap<>();
  private final Map<String, StepPath> bodyChanges = new LinkedHashMap<>();

  HeaderRules(Findings findings) {
    this.findings = findings;
  }

  void at(Site site) {
    written(site.step()).forEach(name -> name(name, site));
    if (changesBody(site.step())) {
      bodyChanges.putIfAbsent(site.part(), site.path());
    }
    if (isChange(site.step())) {
      lost(site);
    }
  }

  private static List<String> written(Step step) {
    List<String> names = new ArrayList<>();
    switch (step) {
      case SetHeader set -> names.add(set.name());
      case AddHeader add -> names.add(add.name());
      case AppendHeader append -> names.add(append.name());
      case RenameHeader rename -> names.add(rename.to());
      case SetHeaders set -> set.headers().forEach(field -> names.add(field.name()));
      case Respond reply -> reply.headers().stream().map(Header::name).forEach(name -> names.add(name.utf8()));
      case RespondWith reply -> reply.headers().stream().map(HeaderField::name).forEach(names::add);
      default -> {
        // Writes none.
      }
    }
    return names;
  }

  private void name(String name, Site site) {
    if (PER_HOP.contains(name)) {
      findings.add(FindingKind.HOP_BY_HOP_HEADER, site.path(),
          name + " is about one connection (RFC 9110, section 7.6.1)",
          "leave it to the proxy");
    }
    boolean request = site.isIn("request");
    if (name.startsWith(":") && !(request ? OF_REQUEST : OF_RESPONSE).contains(name)) {
      findings.add(FindingKind.PSEUDO_HEADER, site.path(), "a " + site.part() + " has no " + name,
          "write one of " + String.join(", ", (request ? OF_REQUEST : OF_RESPONSE).stream().sorted().toList()));
    }
    if (name.equals(LENGTH)) {
      lengths.computeIfAbsent(site.part(), part -> new ArrayList<>()).add(site.path());
    }
  }

  private static boolean changesBody(Step step) {
    return step instanceof SetBody || step instanceof EditJson
        || step instanceof StreamBody stream
            && stream.transforms().stream().anyMatch(transform -> !transform.keepsBytes());
  }

  private static boolean isChange(Step step) {
    return step instanceof SetHeader || step instanceof AddHeader || step instanceof AppendHeader
        || step instanceof SetHeaders || step instanceof EditTrailer || step instanceof SetBody
        || step instanceof EditJson;
  }

  /** Whether a reply follows before anything could have seen the change. */
  private void lost(Site site) {
    for (Step next : site.following()) {
      boolean reply = next instanceof Respond || next instanceof RespondWith || next instanceof Redirect;
      boolean blind = new Site(site.part(), site.path(), next, List.of()).within(Value.class)
          .stream()
          .allMatch(
              value -> value instanceof LiteralText || value instanceof LiteralNumber || value instanceof RefText);
      if (reply && blind) {
        findings.add(FindingKind.LOST_CHANGE, site.path(),
            "the " + next.word() + " behind it takes the place of this " + site.part(),
            "give what the client is to get to the reply: respond(..).header(..)");
      }
      if (reply || !blind || !(isChange(next) || next instanceof Log || next instanceof ChangeMetric)) {
        return;
      }
    }
  }

  /** When all steps were seen. */
  void end() {
    lengths.forEach((part, paths) -> paths.forEach(path -> {
      StepPath change = bodyChanges.get(part);
      findings.add(change == null ? FindingKind.CONTENT_LENGTH : FindingKind.FRAMED_BODY, path,
          change == null ? "the proxy knows how long the body is" : "the body is changed by " + change,
          "leave content-length to the proxy");
    }));
  }
}
