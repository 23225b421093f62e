package vn.sencrm.job;

/** Somebody put a run to work; whoever hears it after the commit may begin at once. */
public record RunAsked(String jobName, long runId) {}
