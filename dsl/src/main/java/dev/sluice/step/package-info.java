/** What a pipeline does, step by step. Data, equal by content; each step knows how to plan and run itself. */
package dev.sluice.step;
