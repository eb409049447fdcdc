/** What a pipeline reads and asks: values of text and number, and conditions on them. Data, equal by content. */
package dev.sluice.value;
