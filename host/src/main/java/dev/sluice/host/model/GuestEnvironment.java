package dev.sluice.host.model;

import java.util.random.RandomGenerator;

/** What a guest instance gets from its host. */
public record GuestEnvironment(HostFamilies calls, HostClock clock, RandomGenerator random, GuestLimits limits) {}
