package dev.sluice.step;

/** An author's own step, see {@link dev.sluice.dsl.Sluice#step}. */
@FunctionalInterface
public interface StepBody {
  /** Whatever it throws is answered by the plugin's failure policy. */
  void run(Exchange exchange);
}
