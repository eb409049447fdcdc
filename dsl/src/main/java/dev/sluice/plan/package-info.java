/**
 * The machine below the language: a pipeline is planned into a {@link dev.sluice.plan.Program}, an array of
 * {@link dev.sluice.plan.Op}s with jumps, and a {@link dev.sluice.plan.Run} carries it through one callback. Words of
 * the language plan and run themselves, so that a module holds only what its plugin can use. Authors of plugins need
 * nothing of this package.
 */
package dev.sluice.plan;
