package dev.sluice.explain;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.PluginPart;
import dev.sluice.explain.Explorer.Entry;
import dev.sluice.plan.Connections;
import dev.sluice.plan.Moments;
import dev.sluice.plan.Op;
import dev.sluice.plan.PipelinePlan;
import dev.sluice.plan.Program;
import dev.sluice.plan.ReplyLoaded;
import dev.sluice.plan.ReplyOp;
import dev.sluice.step.Redirect;
import dev.sluice.step.Step;
import io.vavr.collection.List;
import java.util.Set;

/** The parts of a plugin with the programs that they have become. */
final class PartList {
  private final Plugin plugin;
  private final PipelinePlan plan;
  private final Set<String> asked;
  private List<ExplainedPart> parts = List.empty();

  private PartList(Plugin plugin, PipelinePlan plan, Set<String> asked) {
    this.plugin = plugin;
    this.plan = plan;
    this.asked = asked;
  }

  /** @param asked gets the names of what the programs have asked of the engine */
  static List<ExplainedPart> of(Plugin plugin, PipelinePlan plan, Set<String> asked) {
    PartList list = new PartList(plugin, plan, asked);
    list.streams();
    list.others();
    return list.parts;
  }

  private void streams() {
    add("request", plugin.filter().requestParts(), plan.request());
    add("response", plugin.filter().responseParts(), plan.response());
    add("log", plugin.filter().logParts(), plan.log());
  }

  private void add(String name, java.util.List<java.util.List<Step>> rings, Program program) {
    if (program != null) {
      List<Entry> entries = name.equals("request") ? Entry.FIRST : entries(program, name.equals("log") ? 1 : 0);
      List<List<Step>> steps = List.ofAll(rings).map(List::ofAll);
      parts = parts.append(ExplainedPart.of(name, steps, new Explorer(program, entries, List.empty()), false, asked));
    }
  }

  /**
   * A part of several filters begins further outside where one of them has answered a request.
   *
   * @param more how many filters besides those before the one that answered take part
   */
  private List<Entry> entries(Program program, int more) {
    List<Entry> entries = List.of(new Entry(program.entry(plan.layers()), ""));
    for (int layer = plan.layers() - 1; layer > -more; layer--) {
      Entry entry = new Entry(program.entry(layer + more), "filter " + (layer + 1) + " has answered");
      if (mayAnswer(layer) && !entries.exists(other -> other.pc() == entry.pc())) {
        entries = entries.append(entry);
      }
    }
    return entries;
  }

  private boolean mayAnswer(int layer) {
    Program request = plan.request();
    return request != null && List.range(0, request.size())
        .exists(pc -> request.origin(pc).layer() == layer && mayAnswer(request, pc));
  }

  private static boolean mayAnswer(Program program, int pc) {
    Op op = program.op(pc);
    return op instanceof ReplyOp || op instanceof ReplyLoaded || op.isOpaque()
        || program.origin(pc).step().exists(step -> step instanceof Redirect);
  }

  private void others() {
    int root = 0;
    for (PluginPart part : plugin.parts()) {
      Program connection = connection(part, plan.connections());
      Program moment = moment(part, plan.moments());
      Program program = connection != null ? connection : moment != null ? moment : plan.roots()[root++].program();
      List<List<Step>> rings = List.of(List.ofAll(part.steps()));
      parts = parts.append(
          ExplainedPart.of(part.describe(), rings, new Explorer(program, Entry.FIRST, before(part)), connection != null,
              asked));
    }
  }

  private static Program connection(PluginPart part, Connections programs) {
    return switch (part) {
      case PluginPart.Connect connect -> programs.connect();
      case PluginPart.Downstream downstream -> programs.downstream();
      case PluginPart.Upstream upstream -> programs.upstream();
      case PluginPart.Close close -> programs.close();
      default -> null;
    };
  }

  private static Program moment(PluginPart part, Moments programs) {
    return switch (part) {
      case PluginPart.RequestMetadata metadata -> programs.requestMetadata();
      case PluginPart.ResponseMetadata metadata -> programs.responseMetadata();
      case PluginPart.Done done -> programs.done();
      default -> null;
    };
  }

  /** What the engine does before the first step. */
  private static List<HostcallUse> before(PluginPart part) {
    return switch (part) {
      case PluginPart.Every every -> List.of(Recorder.TICK, Recorder.TIME);
      case PluginPart.Queue queue -> List.of(HostcallUse.sure("proxy_dequeue_shared_queue"));
      case PluginPart.ForeignCall call -> List.of(HostcallUse.sure("proxy_get_buffer_bytes"));
      default -> List.empty();
    };
  }
}
